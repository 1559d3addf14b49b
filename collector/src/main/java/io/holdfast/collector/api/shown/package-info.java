/** Views and events of the collector as the records that its clients see. */
@NullMarked
package io.holdfast.collector.api.shown;

import org.jspecify.annotations.NullMarked;
