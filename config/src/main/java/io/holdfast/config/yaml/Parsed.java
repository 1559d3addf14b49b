package io.holdfast.config.yaml;

/** What a value's text turned out to be: a value, or the reason why not. */
public sealed interface Parsed<T> {

    /** It is what was expected. */
    record Good<T>(T value) implements Parsed<T> {}

    /**
     * It is not.
     *
     * @param message what was expected and what was found, without place or key
     */
    record Bad<T>(String message) implements Parsed<T> {}

    /** The usual complaint. */
    static <T> Parsed<T> bad(String expected, Node.Scalar found) {
        return new Bad<>("expected " + expected + ", found " + found.description());
    }

    /** The complaint of a type whose values are written without quotes. */
    static <T> Parsed<T> badUnquoted(String expected, Node.Scalar found) {
        String text = found.form() == Node.Form.TEXT ? "the text " : "";
        return new Bad<>("expected " + expected + ", found " + text + found.description());
    }
}
