package io.holdfast.wire.enrol;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** The secret half of a token: {@value #SIZE} random bytes that never print themselves. */
public final class TokenSecret {

    public static final int SIZE = 32;

    private final byte[] bytes;

    /**
     * @throws IllegalArgumentException unless there are {@value #SIZE} bytes
     */
    public TokenSecret(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("expected a secret of " + SIZE + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** The bytes, for a proof. */
    byte[] bytes() {
        return bytes;
    }

    /** The secret in base64url, for the one place that shows a new token or stores it. */
    public String reveal() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Compares in a time that tells nothing of where two secrets differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TokenSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
