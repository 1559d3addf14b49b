package io.holdfast.core.observation;

/**
 * What a part says of itself, or its counters say of it.
 *
 * <p>There is no "unknown" here on purpose: a part of which nothing is known is {@link Silent}.
 */
public enum Health {
    /** Does its work and nothing points at its end. */
    OK,
    /** Still does its work, but something is wrong: wear, errors, a limit passed. */
    DEGRADED,
    /** Does not do its work. */
    FAILED;

    /** The worse of the two. */
    public Health worse(Health other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether the part still does its work. */
    public boolean functional() {
        return this != FAILED;
    }
}
