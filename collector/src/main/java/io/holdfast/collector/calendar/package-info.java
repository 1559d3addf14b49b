/** What is done by the calendar: retention and backups, by Quartz on virtual threads. */
@NullMarked
package io.holdfast.collector.calendar;

import org.jspecify.annotations.NullMarked;
