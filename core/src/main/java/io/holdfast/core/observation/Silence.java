package io.holdfast.core.observation;

/**
 * Why something could not be seen, and what would make it visible.
 *
 * @param cause the closed reason
 * @param detail what was tried and what came back, in plain words
 * @param remedy what to install, grant or connect; empty where nothing helps but waiting
 */
public record Silence(Cause cause, String detail, String remedy) {

    /** The closed set of reasons. */
    public enum Cause {
        /** The file, device or command exists, but we may not use it. */
        NOT_PERMITTED,
        /** The program that would tell is not installed. */
        NOT_INSTALLED,
        /** This kernel or machine does not offer it. */
        NOT_OFFERED,
        /** The question was asked and not answered in time. */
        TIMED_OUT,
        /** An answer came, but it could not be understood. */
        NOT_UNDERSTOOD,
        /** Whoever asks on our behalf is itself not heard. */
        AGENT_SILENT,
        /** Nothing was asked on purpose: a sleeping disk is not woken. */
        NOT_ASKED,
        /** The question failed in some other way. */
        FAILED
    }

    /** A silence with nothing to be done about it. */
    public static Silence of(Cause cause, String detail) {
        return new Silence(cause, detail, "");
    }
}
