package io.holdfast.collector.api.call;

import io.holdfast.wire.api.ErrorReport;
import java.util.Optional;

/** The reason for not doing what a request asks: the caller sees it in full. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_REPEATED = 100;
    private static final int LONGEST_MESSAGE = 1_000;

    private final int status;
    private final String code;
    private final String remedy;
    private final transient Optional<String> allow;

    /**
     * A refusal.
     *
     * @param status of HTTP (RFC 9110, section 15)
     * @param code a word for programs
     * @param message what was expected and what was found
     * @param remedy what to do; may be empty
     */
    public Refusal(int status, String code, String message, String remedy) {
        this(status, code, message, remedy, Optional.empty());
    }

    /**
     * @param allow the methods that may be used instead (RFC 9110, section 15.5.6)
     */
    Refusal(int status, String code, String message, String remedy, Optional<String> allow) {
        super(message);
        this.status = status;
        this.code = code;
        this.remedy = remedy;
        this.allow = allow;
    }

    /** What a caller sent, as far as it is repeated to the caller. */
    static String cut(String sent) {
        return sent.length() <= LONGEST_REPEATED
                ? sent
                : sent.substring(0, LONGEST_REPEATED) + "...";
    }

    /** The request is not as it should be. */
    public static Refusal badRequest(String message, String remedy) {
        return new Refusal(400, "bad_request", message, remedy);
    }

    /** What is asked for is not there. */
    public static Refusal notFound(String message, String remedy) {
        return new Refusal(404, "not_found", message, remedy);
    }

    /** It cannot be done as things stand. */
    public static Refusal conflict(String message, String remedy) {
        return new Refusal(409, "conflict", message, remedy);
    }

    /** It cannot be done now. */
    public static Refusal unavailable(String message, String remedy) {
        return new Refusal(503, "unavailable", message, remedy);
    }

    public int status() {
        return status;
    }

    /** The methods that may be used instead, where the method is what is wrong. */
    Optional<String> allow() {
        return allow;
    }

    public String code() {
        return code;
    }

    /** The refusal as its caller sees it. */
    public ErrorReport report() {
        String message = String.valueOf(getMessage());
        boolean tooLong = message.length() > LONGEST_MESSAGE;
        return ErrorReport.of(
                code, tooLong ? message.substring(0, LONGEST_MESSAGE) + "..." : message, remedy);
    }
}
