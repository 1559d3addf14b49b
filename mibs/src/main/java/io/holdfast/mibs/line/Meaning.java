package io.holdfast.mibs.line;

import java.util.Locale;
import java.util.Optional;

/**
 * What a value of a device says of a part, written {@code failed no usable power}: a verdict, and
 * words for people.
 *
 * @param verdict what it means
 * @param label the words; may be empty
 */
public record Meaning(Verdict verdict, String label) {

    /** What a value can mean. */
    public enum Verdict {
        /** Works. */
        OK,
        /** Works, and something is wrong. */
        DEGRADED,
        /** Does not work. */
        FAILED,
        /** Is not there, where it should be. */
        ABSENT,
        /** Says nothing: an empty bay, a part that was never fitted. */
        IGNORE;

        /** The verdict of this word. */
        static Optional<Verdict> of(String word) {
            for (Verdict verdict : values()) {
                if (verdict.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return Optional.of(verdict);
                }
            }
            return Optional.empty();
        }
    }

    /** The meaning that a text gives; empty if it does not begin with a verdict. */
    static Optional<Meaning> parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        return Verdict.of(words[0])
                .map(verdict -> new Meaning(verdict, words.length > 1 ? words[1] : ""));
    }
}
