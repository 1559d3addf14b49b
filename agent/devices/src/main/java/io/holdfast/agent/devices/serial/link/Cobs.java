package io.holdfast.agent.devices.serial.link;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Consistent overhead byte stuffing: bytes without any zero, one longer for each 254 (Cheshire and
 * Baker, SIGCOMM 1997). So a zero marks the end of a frame, wherever reading began.
 */
final class Cobs {

    private static final int LONGEST_RUN = 254;

    private Cobs() {}

    static byte[] encode(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 8);
        int start = 0;
        int at = 0;
        while (true) {
            boolean full = at - start == LONGEST_RUN;
            if (at == bytes.length || full || bytes[at] == 0) {
                out.write(at - start + 1);
                out.write(bytes, start, at - start);
                if (at == bytes.length) {
                    return out.toByteArray();
                }
                at += full ? 0 : 1;
                start = at;
                // A run that is full needs no empty one behind it.
                if (full && at == bytes.length) {
                    return out.toByteArray();
                }
            } else {
                at++;
            }
        }
    }

    static Optional<byte[]> decode(byte[] stuffed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stuffed.length);
        int at = 0;
        while (at < stuffed.length) {
            int code = stuffed[at++] & 0xff;
            if (code == 0 || at + code - 1 > stuffed.length) {
                return Optional.empty();
            }
            for (int i = 1; i < code; i++) {
                if (stuffed[at] == 0) {
                    return Optional.empty();
                }
                out.write(stuffed[at++]);
            }
            if (code <= LONGEST_RUN && at < stuffed.length) {
                out.write(0);
            }
        }
        return Optional.of(out.toByteArray());
    }
}
