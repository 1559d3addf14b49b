package io.holdfast.agent.devices.snmp.exchange;

/**
 * Why a device gave no usable answer.
 *
 * @param kind the closed reason
 * @param detail what was tried and what came back, in plain words, without any secret
 */
public record Trouble(Kind kind, String detail) {

    /** The closed set of reasons. */
    public enum Kind {
        /** Nothing came back in time. */
        TIMED_OUT,
        /** The host's name has no address, or there is no way to it. */
        UNREACHABLE,
        /** The device does not know this SNMPv3 user. */
        UNKNOWN_USER,
        /** The device knows the user; the authentication key or protocol is another. */
        WRONG_AUTHENTICATION,
        /** The user's signature is right; the privacy key or protocol is another. */
        WRONG_PRIVACY,
        /** The device does not grant this user this level of security. */
        LEVEL_NOT_SUPPORTED,
        /** The device has no context of this name. */
        UNKNOWN_CONTEXT,
        /** The device's clock or boot counter moves in a way that no signature can be made for. */
        OUT_OF_TIME,
        /** The device says no: this user or community may not. */
        REFUSED,
        /** The device could not answer for an error of its own. */
        DEVICE_FAULT,
        /** What came back is no answer to the question. */
        NOT_UNDERSTOOD,
        /** A walk came back to where it had been. */
        LOOPED,
        /** There is more than our limits allow. */
        TOO_LARGE,
        /** Nothing was asked: after an authentication failure we wait. */
        BACKING_OFF,
        /** The session was closed. */
        CLOSED
    }

    /**
     * Why a device that was asked says no.
     *
     * @param where what it was asked, after the word for its reason
     */
    public static Trouble of(ErrorStatus status, String where) {
        Kind kind =
                switch (status) {
                    case TOO_BIG -> Kind.TOO_LARGE;
                    case NO_SUCH_NAME, READ_ONLY, NO_ACCESS, AUTHORIZATION, NOT_WRITABLE ->
                            Kind.REFUSED;
                    case NO_ERROR,
                            BAD_VALUE,
                            GENERAL,
                            WRONG_TYPE,
                            WRONG_LENGTH,
                            WRONG_ENCODING,
                            WRONG_VALUE,
                            NO_CREATION,
                            INCONSISTENT_VALUE,
                            RESOURCE_UNAVAILABLE,
                            COMMIT_FAILED,
                            UNDO_FAILED,
                            INCONSISTENT_NAME,
                            UNKNOWN ->
                            Kind.DEVICE_FAULT;
                };
        return new Trouble(kind, "the device says " + status.word() + where);
    }

    /**
     * Whether the device turned our credentials down, so that asking again only fills its log or
     * locks the account.
     */
    public boolean authentication() {
        return switch (kind) {
            case UNKNOWN_USER, WRONG_AUTHENTICATION, WRONG_PRIVACY, LEVEL_NOT_SUPPORTED -> true;
            case TIMED_OUT,
                    UNREACHABLE,
                    UNKNOWN_CONTEXT,
                    OUT_OF_TIME,
                    REFUSED,
                    DEVICE_FAULT,
                    NOT_UNDERSTOOD,
                    LOOPED,
                    TOO_LARGE,
                    BACKING_OFF,
                    CLOSED ->
                    false;
        };
    }
}
