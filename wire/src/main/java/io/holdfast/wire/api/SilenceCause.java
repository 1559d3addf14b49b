package io.holdfast.wire.api;

import io.holdfast.core.observation.Silence;

/** The closed reasons for a silence, and the word for one that a newer peer knows. */
public enum SilenceCause {
    NOT_PERMITTED,
    NOT_INSTALLED,
    NOT_OFFERED,
    TIMED_OUT,
    NOT_UNDERSTOOD,
    AGENT_SILENT,
    NOT_ASKED,
    FAILED,
    UNKNOWN;

    /** The word for a cause of the vocabulary. */
    public static SilenceCause of(Silence.Cause cause) {
        return switch (cause) {
            case NOT_PERMITTED -> NOT_PERMITTED;
            case NOT_INSTALLED -> NOT_INSTALLED;
            case NOT_OFFERED -> NOT_OFFERED;
            case TIMED_OUT -> TIMED_OUT;
            case NOT_UNDERSTOOD -> NOT_UNDERSTOOD;
            case AGENT_SILENT -> AGENT_SILENT;
            case NOT_ASKED -> NOT_ASKED;
            case FAILED -> FAILED;
        };
    }
}
