/** What was: events, and readings by the minute and by the hour. */
@NullMarked
package io.holdfast.collector.history;

import org.jspecify.annotations.NullMarked;
