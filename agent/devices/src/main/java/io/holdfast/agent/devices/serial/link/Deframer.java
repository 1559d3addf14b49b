package io.holdfast.agent.devices.serial.link;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of bytes at its zeros. Keeps no more than one frame's length; what is longer is
 * dropped up to the next zero. For one thread.
 */
final class Deframer {

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private boolean overflowed;
    private long overflows;

    /** The pieces that these bytes complete, none of them empty. */
    List<byte[]> take(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte octet : bytes) {
            if (octet == 0) {
                if (!overflowed && part.size() > 0) {
                    pieces.add(part.toByteArray());
                }
                part.reset();
                overflowed = false;
            } else if (!overflowed && part.size() >= FrameCodec.LONGEST) {
                overflowed = true;
                overflows++;
                part.reset();
            } else if (!overflowed) {
                part.write(octet);
            }
        }
        return pieces;
    }

    /** How often a piece was too long. */
    long overflows() {
        return overflows;
    }

    /** How many bytes wait for their zero. */
    int waiting() {
        return part.size();
    }
}
