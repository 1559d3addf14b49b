package io.holdfast.wire.api;

/**
 * One way in which a host is not as accepted.
 *
 * @param type what sort of difference
 * @param component the id of the component or group
 * @param detail the difference in a sentence
 */
public record DifferenceReport(Type type, String component, String detail) {

    /** The sorts of differences. */
    public enum Type {
        MISSING,
        ADDED,
        REPLACED,
        GROUP_ADDED,
        GROUP_CHANGED,
        GROUP_MISSING,
        UNKNOWN
    }
}
