package io.holdfast.agent.devices.redfish.http;

import java.io.IOException;

/** Why there is no answer, in words for the operator. */
public final class HttpTrouble extends IOException {

    private static final long serialVersionUID = 1;

    /** The closed set of reasons. */
    public enum Kind {
        /** Nobody listens, or there is no way there. */
        UNREACHABLE,
        /** The certificate is not one that we were told to trust. */
        UNTRUSTED,
        /** TLS could not be agreed on. */
        NO_TLS,
        /** No answer, or not all of it, in time. */
        TIMED_OUT,
        /** The connection ended within an answer. */
        BROKEN_OFF,
        /** What came is no HTTP. */
        NOT_HTTP,
        /** The answer is larger than we take. */
        TOO_LARGE
    }

    private final Kind kind;
    private final String remedy;

    HttpTrouble(Kind kind, String message, String remedy) {
        super(message);
        this.kind = kind;
        this.remedy = remedy;
    }

    HttpTrouble(Kind kind, String message) {
        this(kind, message, "");
    }

    /** Which of the reasons it is. */
    public Kind kind() {
        return kind;
    }

    /** What to do about it; may be empty. */
    public String remedy() {
        return remedy;
    }

    /** The message, which is never missing. */
    public String detail() {
        String message = getMessage();
        return message == null ? kind.toString() : message;
    }
}
