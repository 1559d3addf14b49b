package io.holdfast.collector.reading;

import java.time.Duration;
import java.time.Instant;

/** How fine readings are kept, and how many of them share a row. */
public enum Step {
    /** By the minute; ten to a row. */
    MINUTE(Duration.ofMinutes(1), 10, "minutes"),
    /** By the hour; a day (UTC) to a row. */
    HOUR(Duration.ofHours(1), 24, "hours");

    private final Duration length;
    private final int slots;
    private final String table;

    Step(Duration length, int slots, String table) {
        this.length = length;
        this.slots = slots;
        this.table = table;
    }

    /** How long a slot is. */
    public Duration length() {
        return length;
    }

    /** How many slots share a row. */
    public int slots() {
        return slots;
    }

    /** The table of the store that holds the rows. */
    public String table() {
        return table;
    }

    /** The number of the slot that a moment is in, since 1970. */
    public long slot(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), length.toSeconds());
    }

    /** When a slot begins. */
    public Instant start(long slot) {
        return Instant.ofEpochSecond(slot * length.toSeconds());
    }

    /** The row that a slot is in. */
    public long block(long slot) {
        return Math.floorDiv(slot, slots);
    }
}
