package io.holdfast.agent.devices.ipmi.message;

/** What a decoder makes of bytes from the wire: a value, or the reason why it is none. */
public sealed interface Decoded<T> {

    record Good<T>(T value) implements Decoded<T> {}

    record Bad<T>(String reason) implements Decoded<T> {}

    /** Bytes that ended too soon. */
    static <T> Decoded<T> tooShort(String what, int expected, int found) {
        return new Bad<>(
                "expected at least %s bytes of %s, found %s".formatted(expected, what, found));
    }
}
