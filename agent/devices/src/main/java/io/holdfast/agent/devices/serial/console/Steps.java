package io.holdfast.agent.devices.serial.console;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a pattern against text with an end to its patience: there are patterns that try longer than
 * anybody waits, and what a console prints is not ours.
 */
final class Steps implements CharSequence {

    /** The most characters that one attempt may look at. */
    static final int MOST = 200_000;

    /** Thrown through the matcher, and never further than {@link #find}. */
    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("a pattern took too many steps", null, false, false);
        }
    }

    private final CharSequence text;
    private final int[] taken;

    private Steps(CharSequence text, int[] taken) {
        this.text = text;
        this.taken = taken;
    }

    /**
     * The first place where the pattern fits; empty if nowhere, or if it takes too long to tell.
     */
    static Optional<Matcher> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(new Steps(text, new int[1]));
        try {
            return matcher.find() ? Optional.of(matcher) : Optional.empty();
        } catch (Spent e) {
            return Optional.empty();
        } catch (StackOverflowError e) {
            // Alternatives under a star recurse once for each character.
            return Optional.empty();
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++taken[0] > MOST) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
