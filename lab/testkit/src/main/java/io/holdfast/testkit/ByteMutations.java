package io.holdfast.testkit;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Damaged copies of good bytes, the same for the same seed: cut short, with bits turned and bytes
 * replaced.
 */
public final class ByteMutations {

    private static final int DEFAULT_COUNT = 20_000;
    private static final int MOST_HITS = 6;

    private ByteMutations() {}

    /**
     * Feeds damaged copies to a decoder, as many as {@value Mutations#COUNT_PROPERTY} says; a
     * decoder that throws fails the test with the seed and the copy's number.
     */
    public static void feed(byte[] good, long seed, Consumer<byte[]> decoder) {
        int count = Integer.getInteger(Mutations.COUNT_PROPERTY, DEFAULT_COUNT);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            byte[] bytes = damaged(good, random);
            try {
                decoder.accept(bytes);
            } catch (RuntimeException | StackOverflowError e) {
                String text = Arrays.toString(bytes);
                throw new AssertionError(
                        "seed " + seed + ", copy " + i + " broke the decoder: " + text, e);
            }
        }
    }

    private static byte[] damaged(byte[] good, SplittableRandom random) {
        boolean whole = random.nextBoolean();
        byte[] bytes = Arrays.copyOf(good, whole ? good.length : random.nextInt(good.length + 1));
        int hits = bytes.length == 0 ? 0 : random.nextInt(MOST_HITS);
        for (int i = 0; i < hits; i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    switch (random.nextInt(3)) {
                        case 0 -> (byte) random.nextInt(256);
                        case 1 -> (byte) (bytes[at] ^ (1 << random.nextInt(8)));
                        default -> (byte) (random.nextBoolean() ? 0xff : 0);
                    };
        }
        return bytes;
    }
}
