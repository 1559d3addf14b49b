package io.holdfast.wire.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 of the DER of a certificate or of a public key, as 64 lower-case hexadecimal digits.
 *
 * @param hex the digits
 */
public record Fingerprint(String hex) {

    private static final int DIGITS = 64;

    public Fingerprint {
        hex = hex.toLowerCase(Locale.ROOT);
        if (hex.length() != DIGITS || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException(
                    "expected a SHA-256 fingerprint of " + DIGITS + " hexadecimal digits");
        }
    }

    /** The fingerprint of this certificate. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            return new Fingerprint(HexFormat.of().formatHex(sha256(certificate.getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("expected a certificate in DER", e);
        }
    }

    /** The fingerprint of this key's SubjectPublicKeyInfo (RFC 5280, section 4.1). */
    public static Fingerprint of(PublicKey key) {
        return new Fingerprint(HexFormat.of().formatHex(sha256(key.getEncoded())));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
