package io.holdfast.core.assignment;

/** How far an agent may be relied on to poll a device, best first. */
public enum Footing {
    /** It is heard and reaches the device, and has done both for long enough. */
    STEADY,
    /** It is heard and reaches the device, but not for long: it takes over only from nobody. */
    FRESH,
    /** It is heard, and the device does not answer it now; it goes on where nobody does better. */
    DOUBTFUL
}
