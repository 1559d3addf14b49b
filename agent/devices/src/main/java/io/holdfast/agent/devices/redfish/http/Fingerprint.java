package io.holdfast.agent.devices.redfish.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The SHA-256 of a certificate's DER form, as browsers and {@code openssl x509 -fingerprint
 * -sha256} show it.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Fingerprint(String hex) {

    private static final int DIGITS = 64;
    private static final HexFormat SHOWN = HexFormat.ofDelimiter(":").withUpperCase();

    /** The fingerprint of a certificate. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new Fingerprint(
                    HexFormat.of().formatHex(digest.digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every JVM has SHA-256 and encodes what it decoded", e);
        }
    }

    /**
     * The fingerprint that a person wrote: 64 hexadecimal digits, with or without colons and {@code
     * sha256:} before them; empty where it is something else.
     */
    public static Optional<Fingerprint> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("sha256:") || plain.startsWith("sha256=")) {
            plain = plain.substring("sha256:".length());
        }
        String hex = plain.replace(":", "");
        boolean good = hex.length() == DIGITS && hex.chars().allMatch(HexFormat::isHexDigit);
        return good ? Optional.of(new Fingerprint(hex)) : Optional.empty();
    }

    @Override
    public String toString() {
        return SHOWN.formatHex(HexFormat.of().parseHex(hex));
    }
}
