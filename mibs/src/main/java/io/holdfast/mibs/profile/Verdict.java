package io.holdfast.mibs.profile;

/** What a state means for the part that is in it. */
public enum Verdict {
    /** Does its work, or rests by design: standby, set down by a person. */
    OK,
    /** Does its work, but something is wrong. */
    DEGRADED,
    /** Does not do its work. */
    FAILED,
    /** Ought to be there, says the device, and is not. */
    ABSENT,
    /** An empty bay: there is no part, and none is missing. */
    UNPOPULATED,
    /** The device says that it cannot say. */
    UNKNOWN,
    /** Says nothing of health. */
    NOTHING
}
