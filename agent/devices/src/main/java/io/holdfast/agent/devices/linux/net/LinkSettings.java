package io.holdfast.agent.devices.linux.net;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * Decodes {@code struct ethtool_link_settings} of {@code include/uapi/linux/ethtool.h}.
 *
 * <p>Only the modes of twisted pair are read (IEEE 802.3, clause 28): there a bad cable makes two
 * ends settle for less than both offered. Fibre and backplane run at their speed or not at all.
 */
final class LinkSettings {

    /** The fixed part, before the three masks of link modes. */
    static final int FIXED = 48;

    static final int WORDS_AT = 15;

    /** More words than this for a mask are not asked for: the kernel of 2025 has 4. */
    static final int MOST_WORDS = 32;

    private static final int AUTONEG_AT = 11;

    private LinkSettings() {}

    /** The best speed in Mbit/s that both ends offered, or empty where they did not negotiate. */
    static OptionalInt bestOffered(ByteBuffer settings) {
        if (settings.limit() < FIXED || settings.get(AUTONEG_AT) != 1) {
            return OptionalInt.empty();
        }
        int words = settings.get(WORDS_AT);
        if (words < 1 || words > MOST_WORDS || settings.limit() < FIXED + 3 * words * 4) {
            return OptionalInt.empty();
        }
        int best = 0;
        for (Mode mode : Mode.values()) {
            boolean ours = mode.in(settings, FIXED + words * 4, words);
            boolean theirs = mode.in(settings, FIXED + 2 * words * 4, words);
            best = ours && theirs ? Math.max(best, mode.megabits) : best;
        }
        return best > 0 ? OptionalInt.of(best) : OptionalInt.empty();
    }

    /** A link mode, by its bit in the masks. */
    private enum Mode {
        HALF_10(0, 10),
        FULL_10(1, 10),
        HALF_100(2, 100),
        FULL_100(3, 100),
        HALF_1000(4, 1000),
        FULL_1000(5, 1000),
        FULL_2500(47, 2500),
        FULL_5000(48, 5000),
        FULL_10000(12, 10_000);

        private final int bit;
        private final int megabits;

        Mode(int bit, int megabits) {
            this.bit = bit;
            this.megabits = megabits;
        }

        private boolean in(ByteBuffer settings, int mask, int words) {
            int word = bit / Integer.SIZE;
            return word < words
                    && (settings.getInt(mask + word * 4) >>> (bit % Integer.SIZE) & 1) == 1;
        }
    }
}
