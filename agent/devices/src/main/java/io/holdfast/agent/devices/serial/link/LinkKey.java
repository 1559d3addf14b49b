package io.holdfast.agent.devices.serial.link;

/**
 * The secret that both ends of a link share, at least {@value #LEAST_BYTES} bytes of a generator.
 * It never prints.
 */
public final class LinkKey {

    /** The shortest key, in bytes: as long as the hash (RFC 2104, section 3). */
    public static final int LEAST_BYTES = 32;

    private final byte[] bytes;

    public LinkKey(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "expected a link key of at least "
                            + LEAST_BYTES
                            + " bytes, found "
                            + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    byte[] reveal() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "***";
    }
}
