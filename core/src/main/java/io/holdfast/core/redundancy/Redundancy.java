package io.holdfast.core.redundancy;

import java.util.Locale;
import java.util.Optional;

/**
 * How redundant a group is, after IPMI 2.0's generic event type 0x0B (table 42-2).
 *
 * <p>Ordered from best to worst; {@link #UNKNOWN} is neither.
 */
public enum Redundancy {
    /** Every member does its work. */
    FULL,
    /** Members are lost, and at least one more may still be. */
    DEGRADED,
    /** The function stands, and the next loss stops it. */
    NONE,
    /** Fewer members work than the function needs. */
    INSUFFICIENT,
    /** Too little is known to say. */
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in reports, JSON and metrics. */
    public String word() {
        return word;
    }

    /** The state of this word, or empty where a newer peer knows one that we do not. */
    public static Optional<Redundancy> ofWord(String word) {
        for (Redundancy state : values()) {
            if (state.word.equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
