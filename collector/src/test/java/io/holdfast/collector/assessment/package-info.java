@NullMarked
package io.holdfast.collector.assessment;

import org.jspecify.annotations.NullMarked;
