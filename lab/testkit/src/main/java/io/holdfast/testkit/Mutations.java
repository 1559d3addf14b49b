package io.holdfast.testkit;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Damaged copies of good texts, the same for the same seed: cut, doubled, swapped and with
 * characters, numbers and words replaced.
 */
public final class Mutations {

    /** The property that sets how many copies a test makes; a quick slice by default. */
    public static final String COUNT_PROPERTY = "holdfast.fuzz.count";

    private enum Damage {
        CUT,
        DROP,
        DOUBLE,
        INSERT,
        FLIP,
        REPLACE
    }

    private static final Damage[] DAMAGES = Damage.values();

    private static final int DEFAULT_COUNT = 300;
    private static final int MOST_HITS = 6;

    private static final List<String> NASTY =
            List.of(
                    "",
                    "-1",
                    "0",
                    "9223372036854775808",
                    "1e999",
                    "NaN",
                    "null",
                    "{",
                    "]",
                    "\"",
                    ":",
                    "\n",
                    "\t",
                    "\0",
                    "\u00e9\ud83d\ude00",
                    "/../..",
                    "[[[[[[[[",
                    "%s");

    private Mutations() {}

    /**
     * Feeds damaged copies to a decoder; a decoder that throws fails the test with the seed and the
     * text's number.
     */
    public static void feed(List<String> good, long seed, Consumer<String> decoder) {
        int count = Integer.getInteger(COUNT_PROPERTY, DEFAULT_COUNT);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            String text = mutate(good.get(random.nextInt(good.size())), random);
            try {
                decoder.accept(text);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + seed + ", copy " + i + " broke the decoder: " + text, e);
            }
        }
    }

    private static String mutate(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        int hits = 1 + random.nextInt(MOST_HITS);
        for (int i = 0; i < hits && !text.isEmpty(); i++) {
            hit(text, random);
        }
        return text.toString();
    }

    private static void hit(StringBuilder text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(24));
        String nasty = NASTY.get(random.nextInt(NASTY.size()));
        switch (DAMAGES[random.nextInt(DAMAGES.length)]) {
            case CUT -> text.setLength(from);
            case DROP -> text.delete(from, to);
            case DOUBLE -> text.insert(from, text.substring(from, to));
            case INSERT -> text.insert(from, nasty);
            case FLIP -> text.setCharAt(from, (char) random.nextInt(0x250));
            case REPLACE -> text.replace(from, to, nasty);
        }
    }
}
