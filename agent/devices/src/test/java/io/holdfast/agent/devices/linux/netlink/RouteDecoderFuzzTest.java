package io.holdfast.agent.devices.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testkit.ByteMutations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Damages real messages: whatever comes, the decoder answers and ends. */
final class RouteDecoderFuzzTest {

    private static final long SEED = Long.getLong("holdfast.seed", 1);

    private static byte[] sound() {
        byte[] port =
                Wire.attribute(5, Wire.attribute(1, Wire.u8(0)), Wire.attribute(7, Wire.u8(61)));
        byte[] member = Wire.attribute(18, Wire.attribute(4, Wire.text("bond")), port);
        byte[] bond =
                Wire.attribute(
                        18,
                        Wire.attribute(1, Wire.text("bond")),
                        Wire.attribute(2, Wire.attribute(2, Wire.u32(3))));
        ByteBuffer datagram =
                Wire.datagram(
                        Wire.link(2, "eth0", Wire.UP, member, Wire.attribute(10, Wire.u32(9))),
                        Wire.link(9, "bond0", Wire.UP, bond, Wire.attribute(16, Wire.u8(6))),
                        Wire.linkGone(4, "veth1"),
                        Wire.error(16),
                        Wire.done(false));
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        return bytes;
    }

    @Test
    void whateverComesIsAnsweredInBounds() {
        ByteMutations.feed(
                sound(),
                SEED,
                bytes -> {
                    ByteBuffer datagram = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
                    assertThat(RouteDecoder.decode(datagram).size())
                            .isLessThanOrEqualTo(bytes.length / RouteDecoder.HEADER + 1);
                });
    }
}
