package io.holdfast.agent.devices.serial.megatec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** What all answers of this family have in common: ASCII fields with spaces between. */
final class Answers {

    private Answers() {}

    /** The text behind the character that begins an answer, without what ends it. */
    static Optional<String> body(byte[] answer, char begins) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(begins);
        // A stray byte before it is line noise or the end of an older answer.
        if (start < 0 || start > 2 || !text.endsWith("\r")) {
            return Optional.empty();
        }
        return Optional.of(text.substring(start + 1, text.length() - 1));
    }

    /** Whether the device refuses the question. */
    static boolean refused(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1).contains("NAK");
    }

    /** A field's number, {@code 230.1} or {@code 023}; empty where it says {@code ---.-}. */
    static OptionalDouble number(String field) {
        if (field.isEmpty() || field.length() > 8 || !field.matches("\\d+(\\.\\d*)?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(field));
    }

    /** Whether a field is all bits, so many at least. */
    static boolean bits(String field, int least) {
        return field.length() >= least && field.matches("[01]+");
    }
}
