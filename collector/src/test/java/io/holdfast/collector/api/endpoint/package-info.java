@NullMarked
package io.holdfast.collector.api.endpoint;

import org.jspecify.annotations.NullMarked;
