package io.holdfast.core.observation;

/**
 * A number that a component shows.
 *
 * @param name what is measured, such as {@code input} or {@code rx_errors}, in lower case
 * @param value the value, always finite
 * @param unit its unit
 * @param limits the device's own limits
 */
public record Reading(String name, double value, Unit unit, Limits limits) {

    public Reading {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("expected a reading's name, found none");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("expected a finite " + name + ", found " + value);
        }
        // As many readings as a data centre has parts: what most have in common is kept once.
        name = name.intern();
        limits = limits.isEmpty() ? Limits.NONE : limits;
    }

    /** A reading without limits. */
    public static Reading of(String name, double value, Unit unit) {
        return new Reading(name, value, unit, Limits.NONE);
    }
}
