package io.holdfast.agent.devices.snmp.exchange;

/**
 * Why an agent says no: {@code error-status} of RFC 3416, section 3, in the order of its numbers.
 */
public enum ErrorStatus {
    NO_ERROR("noError"),
    TOO_BIG("tooBig"),
    NO_SUCH_NAME("noSuchName"),
    BAD_VALUE("badValue"),
    READ_ONLY("readOnly"),
    GENERAL("genErr"),
    NO_ACCESS("noAccess"),
    WRONG_TYPE("wrongType"),
    WRONG_LENGTH("wrongLength"),
    WRONG_ENCODING("wrongEncoding"),
    WRONG_VALUE("wrongValue"),
    NO_CREATION("noCreation"),
    INCONSISTENT_VALUE("inconsistentValue"),
    RESOURCE_UNAVAILABLE("resourceUnavailable"),
    COMMIT_FAILED("commitFailed"),
    UNDO_FAILED("undoFailed"),
    AUTHORIZATION("authorizationError"),
    NOT_WRITABLE("notWritable"),
    INCONSISTENT_NAME("inconsistentName"),
    /** A number that RFC 3416 does not have. */
    UNKNOWN("an unknown error");

    private static final ErrorStatus[] ALL = values();

    private final String word;

    ErrorStatus(String word) {
        this.word = word;
    }

    /** The standard's word for it. */
    public String word() {
        return word;
    }

    /** The status of this number; {@link #UNKNOWN} for one that the standard does not have. */
    public static ErrorStatus of(int number) {
        return number >= 0 && number < ALL.length - 1 ? ALL[number] : UNKNOWN;
    }
}
