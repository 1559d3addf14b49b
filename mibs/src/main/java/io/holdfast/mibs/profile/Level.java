package io.holdfast.mibs.profile;

/** How much a profile knows of the device in hand; the more it knows, the more it is believed. */
public enum Level {
    /** A standard that any vendor's device may follow. */
    GENERIC,
    /** What a vendor's devices have in common. */
    VENDOR,
    /** One family of devices. */
    FAMILY
}
