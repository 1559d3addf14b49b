package io.holdfast.mibs.trap;

/** How grave a notification sounds; a hint as all of it is. */
public enum TrapSeverity {
    /** The end of a trouble. */
    OK,
    INFORMATION,
    WARNING,
    CRITICAL
}
