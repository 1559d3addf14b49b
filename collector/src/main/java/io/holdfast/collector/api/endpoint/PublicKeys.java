package io.holdfast.collector.api.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Public keys and certificates as texts. */
final class PublicKeys {

    private static final List<String> ALGORITHMS = List.of("EC", "Ed25519");
    private static final int PEM_LINE = 64;

    private PublicKeys() {}

    /**
     * The key of a base64 SubjectPublicKeyInfo.
     *
     * @throws IllegalArgumentException if it is none of a known algorithm
     */
    static PublicKey read(String base64) {
        byte[] der;
        try {
            der = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected a public key in base64, without PEM's first and last line and without"
                            + " line breaks",
                    e);
        }
        var none = new IllegalArgumentException("expected an EC or Ed25519 public key");
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                none.addSuppressed(e);
            }
        }
        throw none;
    }

    static String pem(X509Certificate certificate) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(PEM_LINE, newline)
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("expected our own certificate to be encodable", e);
        }
    }
}
