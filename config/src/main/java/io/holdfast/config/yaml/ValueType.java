package io.holdfast.config.yaml;

/** What a single value may be. */
public interface ValueType<T> {

    /** What is expected, in the words of an error message: {@code a duration such as 5s}. */
    String expected();

    /** Reads a value. */
    Parsed<T> read(Node.Scalar scalar);
}
