package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.LanMessage;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;

/** An open session: numbers what goes out, and takes only what belongs to it. */
final class LanSession {

    private final Sealing sealing;
    private final CipherSuite suite;
    private final int consoleId;
    private final int bmcId;
    private final SequenceWindow window = new SequenceWindow();
    private int packets;
    private int messages;

    LanSession(Sealing sealing, CipherSuite suite, int consoleId, int bmcId) {
        this.sealing = sealing;
        this.suite = suite;
        this.consoleId = consoleId;
        this.bmcId = bmcId;
    }

    CipherSuite suite() {
        return suite;
    }

    int bmcId() {
        return bmcId;
    }

    /** The number for the next message; its repetitions keep it. */
    int nextMessage() {
        messages = messages + 1 & 0x3f;
        return messages;
    }

    /** A request as a packet, with a number that no packet of this session had before. */
    byte[] wrap(Request request, int message) {
        packets++;
        if (packets == 0) {
            packets = 1;
        }
        return sealing.wrap(LanMessage.encode(request, message).bytes(), bmcId, packets);
    }

    /** The reply to this request in these bytes, or why they hold none. */
    Decoded<LanMessage> unwrap(byte[] bytes, Request request, int message) {
        return switch (Packet.decode(bytes)) {
            case Decoded.Bad<Packet>(String reason) -> new Decoded.Bad<>(reason);
            case Decoded.Good<Packet>(Packet.Plain plain) ->
                    new Decoded.Bad<>("a packet from outside of sessions");
            case Decoded.Good<Packet>(Packet.Plus plus) -> reply(bytes, plus, request, message);
        };
    }

    private Decoded<LanMessage> reply(
            byte[] bytes, Packet.Plus packet, Request request, int message) {
        if (packet.type() != Packet.TYPE_IPMI) {
            return new Decoded.Bad<>("a packet of another kind");
        }
        if (packet.session() != consoleId) {
            return new Decoded.Bad<>("a packet of another session");
        }
        return switch (sealing.unwrap(bytes, packet)) {
            case Decoded.Bad<byte[]>(String reason) -> new Decoded.Bad<>(reason);
            // Only an authentic packet may move the window.
            case Decoded.Good<byte[]>(byte[] plain) ->
                    window.take(packet.sequence())
                            ? matching(Octets.of(plain), request, message)
                            : new Decoded.Bad<>("a packet replayed or far too late");
        };
    }

    private static Decoded<LanMessage> matching(Octets plain, Request request, int message) {
        return switch (LanMessage.decodeReply(plain)) {
            case Decoded.Bad<LanMessage> bad -> bad;
            case Decoded.Good<LanMessage> good ->
                    good.value().answers(request, message)
                            ? good
                            : new Decoded.Bad<>("a late answer to an earlier question");
        };
    }
}
