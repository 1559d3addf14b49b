package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Puts messages into the packets of an open session and takes them out again (IPMI 2.0, 13.6 and
 * 13.28.4).
 */
final class Sealing {

    private static final int ENCIPHERED = 0x80;
    private static final int AUTHENTICATED = 0x40;
    private static final int NEXT_HEADER = 7;

    private final SessionKeys keys;
    private final RandomGenerator random;

    Sealing(SessionKeys keys, RandomGenerator random) {
        this.keys = keys;
        this.random = random;
    }

    /** A message as a packet to the one who calls the session by this id. */
    byte[] wrap(byte[] message, int session, int sequence) {
        byte[] body =
                Packet.plus(
                        Packet.TYPE_IPMI,
                        ENCIPHERED | AUTHENTICATED,
                        session,
                        sequence,
                        keys.encipher(message, random));
        int covered = body.length - Packet.RMCP_BYTES + 2;
        int padding = (4 - covered % 4) % 4;
        int end = body.length + padding + 2;
        byte[] out = Arrays.copyOf(body, end + keys.suite().trailerBytes());
        Arrays.fill(out, body.length, body.length + padding, (byte) 0xff);
        out[end - 2] = (byte) padding;
        out[end - 1] = NEXT_HEADER;
        byte[] code = keys.seal(out, Packet.RMCP_BYTES, end);
        System.arraycopy(code, 0, out, end, code.length);
        return out;
    }

    /** The message in a packet whose header has been read already. */
    Decoded<byte[]> unwrap(byte[] bytes, Packet.Plus packet) {
        if (!packet.authenticated() || !packet.enciphered()) {
            return new Decoded.Bad<>("a packet without the session's protection");
        }
        int end = bytes.length - keys.suite().trailerBytes();
        if (end < Packet.PLUS_HEADER + packet.payload().length() + 2) {
            return new Decoded.Bad<>("a packet cut short");
        }
        byte[] code = Arrays.copyOfRange(bytes, end, bytes.length);
        if (!keys.sealed(bytes, Packet.RMCP_BYTES, end, code)) {
            return new Decoded.Bad<>("a packet whose authentication code is wrong");
        }
        return keys.decipher(packet.payload().bytes());
    }
}
