package io.holdfast.agent.devices.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.linux.netlink.LinkState.BondPortState;
import io.holdfast.agent.devices.linux.netlink.RouteMessage.Malformed;
import io.holdfast.agent.devices.linux.netlink.RouteMessage.Reason;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RouteDecoderTest {

    @Test
    void aLinkWithACarrier() {
        byte[] link =
                Wire.link(
                        2,
                        "eth0",
                        Wire.UP | Wire.LOWER_UP,
                        Wire.attribute(16, Wire.u8(6)),
                        Wire.attribute(35, Wire.u32(3)));
        assertThat(RouteDecoder.decode(Wire.datagram(link)))
                .containsExactly(
                        new RouteMessage.Link(
                                new LinkState(
                                        2,
                                        "eth0",
                                        true,
                                        true,
                                        6,
                                        "",
                                        OptionalInt.empty(),
                                        OptionalInt.empty(),
                                        Optional.empty(),
                                        OptionalLong.of(3))));
    }

    @Test
    void aMemberOfABondWithItsLacpState() {
        byte[] port =
                Wire.attribute(
                        0x8000 | 5,
                        Wire.attribute(1, Wire.u8(0)),
                        Wire.attribute(2, Wire.u8(2)),
                        Wire.attribute(6, Wire.u16(1)),
                        Wire.attribute(7, Wire.u8(0x3d)),
                        Wire.attribute(8, Wire.u16(0x3f)));
        byte[] info = Wire.attribute(18, Wire.attribute(4, Wire.text("bond")), port);
        byte[] link = Wire.link(3, "e1", Wire.UP, Wire.attribute(10, Wire.u32(9)), info);
        LinkState state = only(link);
        assertThat(state.master()).hasValue(9);
        assertThat(state.port())
                .contains(
                        new BondPortState(
                                0,
                                2,
                                OptionalInt.of(1),
                                OptionalInt.of(0x3d),
                                OptionalInt.of(0x3f)));
    }

    @Test
    void aBondWithItsActiveMember() {
        byte[] data = Wire.attribute(2, Wire.attribute(2, Wire.u32(3)));
        byte[] info = Wire.attribute(18, Wire.attribute(1, Wire.text("bond")), data);
        LinkState state = only(Wire.link(9, "bond0", Wire.UP, info));
        assertThat(state.kind()).isEqualTo("bond");
        assertThat(state.activePort()).hasValue(3);
    }

    @Test
    void aContainersVethIsNotWorthALookUnlessItIsAMember() {
        byte[] veth = Wire.attribute(18, Wire.attribute(1, Wire.text("veth")));
        byte[] member =
                Wire.attribute(
                        18,
                        Wire.attribute(1, Wire.text("veth")),
                        Wire.attribute(4, Wire.text("bond")));
        assertThat(only(Wire.link(9, "veth0", Wire.UP, veth)).concernsRedundancy(false)).isFalse();
        assertThat(only(Wire.link(9, "veth0", Wire.UP, veth)).concernsRedundancy(true)).isTrue();
        assertThat(only(Wire.link(9, "veth0", Wire.UP, member)).concernsRedundancy(false)).isTrue();
        assertThat(only(Wire.link(2, "eth0", Wire.UP)).concernsRedundancy(false)).isTrue();
    }

    @Test
    void severalMessagesInOneDatagramKeepTheirOrder() {
        assertThat(
                        RouteDecoder.decode(
                                Wire.datagram(
                                        Wire.linkGone(4, "veth1"),
                                        Wire.done(true),
                                        Wire.error(16),
                                        Wire.message(99, 0))))
                .containsExactly(
                        new RouteMessage.LinkGone(4, "veth1"),
                        new RouteMessage.DumpDone(true),
                        new RouteMessage.Answer(16),
                        new RouteMessage.Other(99));
    }

    @Test
    void aPortThatLeavesABridgeIsNotGone() {
        byte[] fromBridge = Wire.link(RouteDecoder.RTM_DELLINK, 7, 4, "eth1", Wire.UP);
        assertThat(RouteDecoder.decode(Wire.datagram(fromBridge)))
                .containsExactly(new RouteMessage.Other(RouteDecoder.RTM_DELLINK));
    }

    @Test
    void anEventOfTheWirelessExtensionsChangesNoLink() {
        byte[] wireless = Wire.link(4, "wlan0", Wire.UP, Wire.attribute(11, new byte[8]));
        assertThat(RouteDecoder.decode(Wire.datagram(wireless)))
                .containsExactly(new RouteMessage.Other(RouteDecoder.RTM_NEWLINK));
    }

    @Test
    void eachLieHasItsReason() {
        ByteBuffer shortHeader = Wire.datagram(new byte[15]);
        assertThat(RouteDecoder.decode(shortHeader))
                .containsExactly(new Malformed(Reason.SHORT_HEADER));

        ByteBuffer tooLong = Wire.datagram(Wire.done(false));
        tooLong.putInt(0, 4000);
        assertThat(RouteDecoder.decode(tooLong)).containsExactly(new Malformed(Reason.BAD_LENGTH));

        ByteBuffer negative = Wire.datagram(Wire.done(false));
        negative.putInt(0, -1);
        assertThat(RouteDecoder.decode(negative)).containsExactly(new Malformed(Reason.BAD_LENGTH));

        byte[] noBody = Wire.message(RouteDecoder.RTM_NEWLINK, 0, new byte[15]);
        assertThat(RouteDecoder.decode(Wire.datagram(noBody)))
                .contains(new Malformed(Reason.SHORT_BODY));

        byte[] badAttribute =
                Wire.message(RouteDecoder.RTM_NEWLINK, 0, new byte[16], Wire.u16(3), Wire.u16(3));
        assertThat(RouteDecoder.decode(Wire.datagram(badAttribute)))
                .containsExactly(new Malformed(Reason.BAD_ATTRIBUTE));

        assertThat(RouteDecoder.decode(Wire.datagram(Wire.link(1, "", 0))))
                .containsExactly(new Malformed(Reason.BAD_NAME));
        assertThat(RouteDecoder.decode(Wire.datagram(Wire.link(1, "a-name-of-16-chr", 0))))
                .containsExactly(new Malformed(Reason.BAD_NAME));
    }

    @Test
    void moreMessagesThanAnyDumpHoldsAreNotRead() {
        ByteBuffer many = ByteBuffer.allocate(100_000).order(Wire.empty().order());
        while (many.remaining() >= RouteDecoder.HEADER) {
            many.putInt(RouteDecoder.HEADER).putInt(1).putLong(0);
        }
        assertThat(RouteDecoder.decode(many.flip()))
                .hasSize(RouteDecoder.MOST_MESSAGES + 1)
                .endsWith(new Malformed(Reason.TOO_MANY));
    }

    @Test
    void theRequestForADumpIsWellFormed() {
        assertThat(RouteDecoder.decode(DumpRequest.ofLinks()))
                .containsExactly(new RouteMessage.Other(18));
    }

    private static LinkState only(byte[] message) {
        return ((RouteMessage.Link) RouteDecoder.decode(Wire.datagram(message)).getFirst()).state();
    }
}
