package io.holdfast.core.time;

/**
 * A clock that only goes forward, for measuring how long something took.
 *
 * <p>Its values mean nothing by themselves and are never stored.
 */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some moment that stays the same while the process lives. */
    long nanos();
}
