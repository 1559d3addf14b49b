package io.holdfast.agent.devices.serial.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.testkit.ByteMutations;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameCodecTest {

    private static final LinkKey KEY = new LinkKey(new byte[32]);
    private final FrameCodec codec = new FrameCodec(KEY);

    private static byte[] between(byte[] wire) {
        return Arrays.copyOfRange(wire, 1, wire.length - 1);
    }

    @Test
    void stuffingIsThatOfThePaper() {
        assertThat(Cobs.encode(new byte[] {0})).containsExactly(1, 1);
        assertThat(Cobs.encode(new byte[] {0x11, 0x22, 0, 0x33}))
                .containsExactly(3, 0x11, 0x22, 2, 0x33);
        assertThat(Cobs.encode(new byte[] {0x11, 0, 0, 0})).containsExactly(2, 0x11, 1, 1, 1);
        assertThat(Cobs.encode(new byte[0])).containsExactly(1);
    }

    @Test
    void anyBytesComeBackFromStuffingAndHoldNoZero() {
        SplittableRandom random = new SplittableRandom(20260309);
        for (int length = 0; length < 1100; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            if (length % 3 == 0) {
                Arrays.fill(bytes, (byte) (length % 2));
            }
            byte[] stuffed = Cobs.encode(bytes);
            for (byte octet : stuffed) {
                assertThat(octet).isNotZero();
            }
            assertThat(Cobs.decode(stuffed))
                    .hasValueSatisfying(back -> assertThat(back).isEqualTo(bytes));
        }
    }

    @Test
    void aFrameComesBackAsItWas() {
        byte[] body = {1, 0, 2, 0, 0, 3};
        byte[] wire = codec.encode(new Frame(Frame.Type.DATA, 5, -6, 7, body));
        assertThat(wire[0]).isZero();
        assertThat(wire[wire.length - 1]).isZero();
        FrameCodec.Decoded decoded = codec.decode(between(wire));
        assertThat(decoded).isInstanceOf(FrameCodec.Decoded.Good.class);
        Frame frame = ((FrameCodec.Decoded.Good) decoded).frame();
        assertThat(frame.sender()).isEqualTo(5);
        assertThat(frame.receiver()).isEqualTo(-6);
        assertThat(frame.sequence()).isEqualTo(7);
        assertThat(frame.body()).isEqualTo(body);
    }

    @Test
    void theLongestFrameFitsIntoTheLimit() {
        byte[] wire =
                codec.encode(new Frame(Frame.Type.DATA, 1, 2, 3, new byte[Frame.LONGEST_BODY]));
        byte[] full = new byte[Frame.LONGEST_BODY];
        Arrays.fill(full, (byte) 7);
        byte[] stuffed = codec.encode(new Frame(Frame.Type.DATA, -1, -1, -1, full));
        assertThat(wire.length - 2).isLessThanOrEqualTo(FrameCodec.LONGEST);
        assertThat(stuffed.length - 2).isLessThanOrEqualTo(FrameCodec.LONGEST);
    }

    @Test
    void anotherKeyIsToldFromNoise() {
        byte[] other = new byte[32];
        other[31] = 1;
        byte[] wire =
                new FrameCodec(new LinkKey(other))
                        .encode(new Frame(Frame.Type.HELLO, 1, 2, 3, new byte[0]));
        assertThat(codec.decode(between(wire)))
                .isEqualTo(new FrameCodec.Decoded.Bad(Fault.AUTHENTICATION));
        byte[] noisy = between(codec.encode(new Frame(Frame.Type.HELLO, 9, 2, 3, new byte[0])));
        noisy[5] ^= 0x10;
        assertThat(codec.decode(noisy)).isEqualTo(new FrameCodec.Decoded.Bad(Fault.CHECKSUM));
    }

    @Test
    void noDamagedFrameIsTakenForAnother() {
        byte[] good =
                between(
                        codec.encode(
                                new Frame(
                                        Frame.Type.DATA,
                                        5,
                                        6,
                                        7,
                                        "hello".getBytes(StandardCharsets.UTF_8))));
        ByteMutations.feed(
                good,
                20260310,
                bytes -> {
                    boolean same = Arrays.equals(bytes, good);
                    boolean taken = codec.decode(bytes) instanceof FrameCodec.Decoded.Good;
                    if (taken != same) {
                        throw new IllegalStateException("a damaged frame was taken");
                    }
                });
    }

    @Test
    void aStreamWithoutZerosKeepsNoMoreThanAFrame() {
        Deframer deframer = new Deframer();
        byte[] babble = new byte[100_000];
        Arrays.fill(babble, (byte) 0x55);
        assertThat(deframer.take(babble)).isEmpty();
        assertThat(deframer.waiting()).isLessThanOrEqualTo(FrameCodec.LONGEST);
        assertThat(deframer.overflows()).isEqualTo(1);
        assertThat(deframer.take(new byte[] {0, 1, 2, 0})).hasSize(1);
    }

    @Test
    void aShortKeyIsRefusedAndNoneEverPrints() {
        assertThatThrownBy(() -> new LinkKey(new byte[31])).hasMessageContaining("at least 32");
        assertThat(KEY).hasToString("***");
    }
}
