package io.holdfast.agent.devices.linux.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testkit.ByteMutations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

final class LinkSettingsTest {

    private static final int GIGABIT = 1 << 5;
    private static final int HUNDRED = 1 << 3;
    private static final int WORDS = 2;

    /** Settings whose second words of the masks hold bits 32 to 63. */
    private static ByteBuffer settings(int autoneg, int[] ours, int[] theirs) {
        ByteBuffer bytes = ByteBuffer.allocate(48 + 3 * WORDS * 4).order(ByteOrder.nativeOrder());
        bytes.put(11, (byte) autoneg).put(15, (byte) WORDS);
        bytes.position(48 + WORDS * 4);
        bytes.putInt(ours[0]).putInt(ours[1]).putInt(theirs[0]).putInt(theirs[1]);
        return bytes.rewind();
    }

    @Test
    void theBestThatBothOfferIsFound() {
        int[] ours = {GIGABIT | HUNDRED, 1 << (48 - 32)};
        int[] theirs = {GIGABIT | HUNDRED, 0};
        assertThat(LinkSettings.bestOffered(settings(1, ours, theirs))).hasValue(1000);
        assertThat(LinkSettings.bestOffered(settings(1, ours, ours))).hasValue(5000);
    }

    @Test
    void withoutNegotiationThereIsNoOffer() {
        int[] all = {GIGABIT, 0};
        assertThat(LinkSettings.bestOffered(settings(0, all, all))).isEmpty();
        assertThat(LinkSettings.bestOffered(settings(1, all, new int[2]))).isEmpty();
    }

    @Test
    void anAnswerThatIsTooShortSaysNothing() {
        ByteBuffer lying = settings(1, new int[2], new int[2]);
        lying.put(LinkSettings.WORDS_AT, (byte) 3);
        assertThat(LinkSettings.bestOffered(lying)).isEmpty();
        assertThat(LinkSettings.bestOffered(ByteBuffer.allocate(10))).isEmpty();
    }

    @Test
    void damagedSettingsAreSurvived() {
        byte[] good = settings(1, new int[] {GIGABIT, 0}, new int[] {GIGABIT, 0}).array();
        ByteMutations.feed(
                good,
                Long.getLong("holdfast.seed", 1),
                bytes -> {
                    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
                    assertThat(LinkSettings.bestOffered(buffer).orElse(10)).isBetween(10, 10_000);
                });
    }
}
