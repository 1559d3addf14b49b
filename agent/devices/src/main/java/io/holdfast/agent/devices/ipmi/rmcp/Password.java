package io.holdfast.agent.devices.ipmi.rmcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A BMC user's password; it never prints itself. */
public final class Password {

    /** IPMI 2.0 stores no more. */
    public static final int MOST_BYTES = 20;

    private final byte[] bytes;

    private Password(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The password of this text.
     *
     * @throws IllegalArgumentException if it is longer than {@value #MOST_BYTES} bytes of UTF-8
     */
    public static Password of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "expected an IPMI password of at most "
                            + MOST_BYTES
                            + " bytes, found "
                            + bytes.length);
        }
        return new Password(bytes);
    }

    /** The key K[UID]: the password filled up with zeros. */
    byte[] key() {
        return Arrays.copyOf(bytes, MOST_BYTES);
    }

    @Override
    public String toString() {
        return "***";
    }
}
