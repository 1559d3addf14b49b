package io.holdfast.agent.devices.serial.link;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of frames on the wire. For one thread.
 *
 * <pre>
 * version 1 | type 1 | sender 8 | receiver 8 | sequence 8 | body 0..1024 | MAC 16 | CRC-32C 4
 * </pre>
 *
 * stuffed by {@link Cobs}, with a zero before and behind. The MAC is HMAC-SHA-256 over all before
 * it, cut to 16 bytes (RFC 2104, section 5); the CRC (RFC 3720, appendix B.4) covers the MAC too
 * and tells noise from forgery.
 */
final class FrameCodec {

    static final int VERSION = 1;
    static final int HEADER = 26;
    static final int MAC_BYTES = 16;
    static final int CRC_BYTES = 4;

    /** The longest frame between its zeros, in bytes. */
    static final int LONGEST =
            (HEADER + Frame.LONGEST_BODY + MAC_BYTES + CRC_BYTES) * 255 / 254 + 2;

    private final Mac mac;

    FrameCodec(LinkKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    /** What became of bytes between two zeros. */
    sealed interface Decoded {

        /** A frame of somebody who has our key. */
        record Good(Frame frame) implements Decoded {}

        /** Anything else. */
        record Bad(Fault fault) implements Decoded {}
    }

    /** A frame with its zeros. */
    byte[] encode(Frame frame) {
        int signed = HEADER + frame.body().length;
        ByteBuffer plain = ByteBuffer.allocate(signed + MAC_BYTES + CRC_BYTES);
        plain.put((byte) VERSION).put((byte) frame.type().code());
        plain.putLong(frame.sender()).putLong(frame.receiver()).putLong(frame.sequence());
        plain.put(frame.body());
        plain.put(mac(plain.array(), signed));
        plain.putInt(crc(plain.array(), signed + MAC_BYTES));
        byte[] stuffed = Cobs.encode(plain.array());
        byte[] wire = new byte[stuffed.length + 2];
        System.arraycopy(stuffed, 0, wire, 1, stuffed.length);
        return wire;
    }

    /** What the bytes between two zeros say. */
    Decoded decode(byte[] stuffed) {
        Optional<byte[]> plain = Cobs.decode(stuffed);
        if (plain.isEmpty()) {
            return new Decoded.Bad(Fault.STUFFING);
        }
        byte[] bytes = plain.get();
        int signed = bytes.length - MAC_BYTES - CRC_BYTES;
        if (signed < HEADER) {
            return new Decoded.Bad(Fault.TOO_SHORT);
        }
        if (signed > HEADER + Frame.LONGEST_BODY) {
            return new Decoded.Bad(Fault.TOO_LONG);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(signed + MAC_BYTES) != crc(bytes, signed + MAC_BYTES)) {
            return new Decoded.Bad(Fault.CHECKSUM);
        }
        byte[] sent = Arrays.copyOfRange(bytes, signed, signed + MAC_BYTES);
        if (!MessageDigest.isEqual(sent, mac(bytes, signed))) {
            return new Decoded.Bad(Fault.AUTHENTICATION);
        }
        return decode(in, signed);
    }

    private static Decoded decode(ByteBuffer in, int signed) {
        int version = in.get();
        int code = in.get();
        for (Frame.Type type : Frame.Type.values()) {
            if (version == VERSION && type.code() == code) {
                long sender = in.getLong();
                long receiver = in.getLong();
                long sequence = in.getLong();
                byte[] body = new byte[signed - HEADER];
                in.get(body);
                return new Decoded.Good(new Frame(type, sender, receiver, sequence, body));
            }
        }
        return new Decoded.Bad(Fault.VERSION);
    }

    private byte[] mac(byte[] bytes, int length) {
        mac.update(bytes, 0, length);
        return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
