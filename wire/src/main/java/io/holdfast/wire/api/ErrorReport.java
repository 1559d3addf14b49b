package io.holdfast.wire.api;

/**
 * The answer to a request that was not done.
 *
 * @param error what was wrong
 */
public record ErrorReport(Detail error) {

    /**
     * What was wrong.
     *
     * @param code a word for programs, such as {@code not_found}
     * @param message what was expected and what was found
     * @param remedy what to do; may be empty
     */
    public record Detail(String code, String message, String remedy) {}

    /** An error of these words. */
    public static ErrorReport of(String code, String message, String remedy) {
        return new ErrorReport(new Detail(code, message, remedy));
    }
}
