package io.holdfast.agent.devices.serial.link;

/** Why bytes of a line were no frame that counts. */
public enum Fault {
    /** More bytes without a delimiter than any frame has. */
    TOO_LONG,
    /** Fewer bytes than any frame has. */
    TOO_SHORT,
    /** The byte stuffing is wrong. */
    STUFFING,
    /** Damaged on the way. */
    CHECKSUM,
    /** Of a version or type that we do not know. */
    VERSION,
    /** Not made with our key. */
    AUTHENTICATION,
    /** Seen before, or from before: recorded and played back, or our own come back. */
    REPLAY
}
