package io.holdfast.agent.devices.ipmi.message;

import java.util.Optional;

/** What came of a command. */
public sealed interface Outcome<T> {

    /** The value, where there is one. */
    default Optional<T> found() {
        return this instanceof Got<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Why there is no value; empty where there is one. */
    default String reason() {
        return switch (this) {
            case Got<T> got -> "";
            case Refused<T>(String name, int code) -> name + ": " + CompletionCode.words(code);
            case Missed<T>(String name, Answer.Why why, String detail) -> name + ": " + detail;
        };
    }

    /** The BMC gave it. */
    record Got<T>(T value) implements Outcome<T> {}

    /** The BMC answered that it will not, by this completion code. */
    record Refused<T>(String name, int code) implements Outcome<T> {}

    /** There is no answer, or none that can be read. */
    record Missed<T>(String name, Answer.Why why, String detail) implements Outcome<T> {}
}
