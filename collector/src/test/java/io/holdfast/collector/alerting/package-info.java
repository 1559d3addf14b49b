@NullMarked
package io.holdfast.collector.alerting;

import org.jspecify.annotations.NullMarked;
