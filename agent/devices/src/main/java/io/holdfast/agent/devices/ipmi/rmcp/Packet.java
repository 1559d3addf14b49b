package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import java.util.Arrays;

/**
 * One UDP packet without a session's protection: IPMI 1.5's form for the questions before a
 * session, and RMCP+'s for its opening (IPMI 2.0, tables 13-1 and 13-8).
 */
sealed interface Packet {

    /** No IPMI packet is longer. */
    int MOST_BYTES = 1024;

    int RMCP_BYTES = 4;
    int PLAIN_HEADER = RMCP_BYTES + 10;
    int PLUS_HEADER = RMCP_BYTES + 12;

    int AUTHENTICATION_NONE = 0;
    int AUTHENTICATION_RMCP_PLUS = 6;

    int TYPE_IPMI = 0;
    int TYPE_OPEN_REQUEST = 0x10;
    int TYPE_OPEN_REPLY = 0x11;
    int TYPE_RAKP_1 = 0x12;
    int TYPE_RAKP_2 = 0x13;
    int TYPE_RAKP_3 = 0x14;
    int TYPE_RAKP_4 = 0x15;

    /** A message outside of any session. */
    record Plain(Octets message) implements Packet {}

    /**
     * A packet of RMCP+.
     *
     * @param type the payload's type
     * @param enciphered whether the payload is
     * @param authenticated whether a code follows it
     * @param session the receiver's id of the session
     * @param sequence its number in the session
     * @param payload what it carries, still enciphered
     */
    record Plus(
            int type,
            boolean enciphered,
            boolean authenticated,
            int session,
            long sequence,
            Octets payload)
            implements Packet {}

    /** A message outside of any session, as bytes. */
    static byte[] plain(Octets message) {
        byte[] out = new byte[PLAIN_HEADER + message.length()];
        rmcp(out);
        out[4] = AUTHENTICATION_NONE;
        out[13] = (byte) message.length();
        System.arraycopy(message.bytes(), 0, out, PLAIN_HEADER, message.length());
        return out;
    }

    /** A packet of RMCP+ without its trailer. */
    static byte[] plus(int type, int flags, int session, int sequence, byte[] payload) {
        byte[] out = new byte[PLUS_HEADER + payload.length];
        rmcp(out);
        out[4] = AUTHENTICATION_RMCP_PLUS;
        out[5] = (byte) (type | flags);
        System.arraycopy(LittleEndian.int32(session), 0, out, 6, 4);
        System.arraycopy(LittleEndian.int32(sequence), 0, out, 10, 4);
        out[14] = (byte) payload.length;
        out[15] = (byte) (payload.length >> 8);
        System.arraycopy(payload, 0, out, PLUS_HEADER, payload.length);
        return out;
    }

    /** Reads any packet; the code at its end is for the session to check. */
    static Decoded<Packet> decode(byte[] bytes) {
        if (bytes.length < PLAIN_HEADER) {
            return Decoded.tooShort("an RMCP packet", PLAIN_HEADER, bytes.length);
        }
        if (bytes[0] != 6 || (bytes[3] & 0x1f) != 7) {
            return new Decoded.Bad<>("a packet that is not IPMI over RMCP");
        }
        Octets in = Octets.of(bytes);
        return switch (in.u8(4)) {
            case AUTHENTICATION_NONE -> {
                int length = in.u8(13);
                yield in.has(PLAIN_HEADER + length)
                        ? new Decoded.Good<>(
                                new Plain(in.slice(PLAIN_HEADER, PLAIN_HEADER + length)))
                        : new Decoded.Bad<>("a packet cut short");
            }
            case AUTHENTICATION_RMCP_PLUS -> decodePlus(in);
            default -> new Decoded.Bad<>("a packet of authentication type " + in.u8(4));
        };
    }

    private static Decoded<Packet> decodePlus(Octets in) {
        if (!in.has(PLUS_HEADER)) {
            return Decoded.tooShort("an RMCP+ packet", PLUS_HEADER, in.length());
        }
        int type = in.u8(5);
        int length = in.u16(14);
        if ((type & 0x3f) == 2) {
            return new Decoded.Bad<>("a packet with a payload of the maker's own");
        }
        if (!in.has(PLUS_HEADER + length)) {
            return new Decoded.Bad<>("a packet cut short");
        }
        return new Decoded.Good<>(
                new Plus(
                        type & 0x3f,
                        (type & 0x80) != 0,
                        (type & 0x40) != 0,
                        (int) in.u32(6),
                        in.u32(10),
                        in.slice(PLUS_HEADER, PLUS_HEADER + length)));
    }

    private static void rmcp(byte[] out) {
        Arrays.fill(out, 0, RMCP_BYTES, (byte) 0);
        out[0] = 6;
        out[2] = (byte) 0xff;
        out[3] = 7;
    }
}
