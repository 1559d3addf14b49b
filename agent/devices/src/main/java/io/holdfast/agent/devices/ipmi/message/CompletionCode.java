package io.holdfast.agent.devices.ipmi.message;

/** The BMC's reasons for not doing what it was asked (IPMI 2.0, table 5-2). */
public final class CompletionCode {

    public static final int OK = 0x00;
    public static final int BUSY = 0xc0;
    public static final int INVALID_COMMAND = 0xc1;
    public static final int TIMED_OUT = 0xc3;
    public static final int RESERVATION_LOST = 0xc5;
    public static final int LENGTH_INVALID = 0xc7;
    public static final int LENGTH_EXCEEDED = 0xc8;
    public static final int TOO_MANY_BYTES = 0xca;
    public static final int NOT_PRESENT = 0xcb;
    public static final int NO_PRIVILEGE = 0xd4;
    public static final int UNSPECIFIED = 0xff;

    private CompletionCode() {}

    /** Whether the same question may be answered a moment later. */
    public static boolean passing(int code) {
        return code == BUSY || code == TIMED_OUT || code == 0xce || code == 0xd0 || code == 0xd2;
    }

    /** Whether fewer bytes may be had (the words differ between makers). */
    public static boolean tooMuchAsked(int code) {
        return code == TOO_MANY_BYTES
                || code == LENGTH_INVALID
                || code == LENGTH_EXCEEDED
                || code == UNSPECIFIED;
    }

    /** A code in plain words. */
    public static String words(int code) {
        String words =
                switch (code) {
                    case BUSY -> "the BMC is busy";
                    case INVALID_COMMAND -> "the BMC does not know this command";
                    case 0xc2 -> "the command is not valid for this logical unit";
                    case TIMED_OUT -> "the BMC timed out inside";
                    case 0xc4 -> "the BMC is out of space";
                    case RESERVATION_LOST -> "the reservation was taken by somebody else";
                    case 0xc6, LENGTH_INVALID, LENGTH_EXCEEDED -> "wrong length of the request";
                    case 0xc9 -> "a parameter is out of range";
                    case TOO_MANY_BYTES -> "the BMC cannot return so many bytes";
                    case NOT_PRESENT -> "the sensor, record or device is not present";
                    case 0xcc -> "a field of the request is not valid";
                    case 0xcd -> "the command is not valid for this sensor or record";
                    case 0xce -> "the BMC could not make an answer";
                    case 0xd0, 0xd2 -> "the BMC is being updated or started";
                    case 0xd3 -> "the destination is not available";
                    case NO_PRIVILEGE -> "the user's privilege does not suffice";
                    case 0xd5 -> "not supported in the present state";
                    case 0xd6 -> "the command is disabled";
                    case UNSPECIFIED -> "unspecified error";
                    default -> "the BMC refused";
                };
        return words + " (completion code 0x" + Octets.hex(code) + ")";
    }
}
