package io.holdfast.collector.event;

import java.time.Instant;

/**
 * An event that is on disk.
 *
 * @param id rises in the order in which events were recorded, with gaps
 * @param recordedAt when the collector recorded it, to the millisecond
 * @param event what happened
 */
public record Recorded(long id, Instant recordedAt, Event event) {}
