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
        /** The device says no: access control, or an error of its own. */
        REFUSED,
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
                    NOT_UNDERSTOOD,
                    LOOPED,
                    TOO_LARGE,
                    BACKING_OFF,
                    CLOSED ->
                    false;
        };
    }
}
