package io.holdfast.wire.stream;

import java.util.Locale;

/** The closed set of reasons for which something on the wire could not be taken as it came. */
public enum Misread {
    /** The bytes are not a message. */
    NOT_A_MESSAGE,
    /** A newer peer said something that this version has no name for. */
    UNKNOWN_BODY,
    /** A host's name breaks the rules. */
    BAD_HOST,
    /** A component's or group's name breaks the rules. */
    BAD_ID,
    /** A component is of a kind that this version does not know. */
    UNKNOWN_KIND,
    /** A health that this version does not know: taken as silence. */
    UNKNOWN_HEALTH,
    /** A redundancy that this version does not know: taken as unknown. */
    UNKNOWN_REDUNDANCY,
    /** A reason of silence that this version does not know: taken as "failed in some way". */
    UNKNOWN_CAUSE,
    /** A reading in a unit that this version does not know: left out. */
    UNKNOWN_UNIT,
    /** A duty of a sort that this version does not know: left out. */
    UNKNOWN_ROLE,
    /** A device that speaks what this version does not: left out. */
    UNKNOWN_PROTOCOL,
    /** A login of a form that this version does not know: its device is left out. */
    UNKNOWN_LOGIN,
    /** A number outside its range. */
    BAD_NUMBER,
    /** A part that does ill without evidence: taken as silence. */
    NO_EVIDENCE,
    /** More of something than the limits allow. */
    TOO_MANY,
    /** Sequences that do not rise. */
    OUT_OF_ORDER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in metrics and logs. */
    public String word() {
        return word;
    }
}
