package io.holdfast.wire.enrol;

import io.holdfast.wire.tls.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that holds a private key and its certificates: the key's own first, then each the one that
 * vouches for the one before. The last is an authority's and vouches for itself.
 *
 * @param file its name stands in whatever is said of it
 */
public record KeyFile(Path file) {

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final long MOST_BYTES = 64 << 10;

    /**
     * Reads all of it, and holds its parts against one another: what does not fit together would
     * only show in somebody else's handshake.
     *
     * @param leastCertificates how many certificates there must be
     * @throws IOException if it cannot be read or is damaged; the message names the file
     */
    public Identity read(int leastCertificates) throws IOException {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Pem block : blocks()) {
                if (block.label().equals(Pem.PRIVATE_KEY)) {
                    keys.add(privateKey(block));
                } else if (block.label().equals(Pem.CERTIFICATE)) {
                    chain.add(certificate(block));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": damaged: " + e.getMessage(), e);
        }
        if (keys.size() != 1 || chain.size() < leastCertificates) {
            throw new IOException(
                    file
                            + ": expected a private key and at least "
                            + leastCertificates
                            + " of its certificates, found "
                            + keys.size()
                            + " and "
                            + chain.size());
        }
        if (!fits(keys.getFirst(), chain.getFirst())) {
            throw new IOException(
                    file + ": expected the private key of its certificate, found another's");
        }
        for (int i = 0; i < chain.size(); i++) {
            requireVouched(chain.get(i), chain.get(Math.min(i + 1, chain.size() - 1)));
        }
        return new Identity(keys.getFirst(), chain);
    }

    private void requireVouched(X509Certificate one, X509Certificate by) throws IOException {
        try {
            one.verify(by.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    file
                            + ": damaged: the certificate of "
                            + one.getSubjectX500Principal()
                            + " does not bear the signature of "
                            + by.getSubjectX500Principal(),
                    e);
        }
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        byte[] text = SIGNATURE.getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A key of another sort, or of another curve.
            return false;
        }
    }

    /** Everything in it, in order. */
    List<Pem> blocks() throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException(file + ": expected at most " + MOST_BYTES + " bytes");
            }
            return Pem.read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new IOException(file + ": damaged: " + e.getMessage(), e);
        }
    }

    static PrivateKey privateKey(Pem block) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(block.bytes().toArray()));
    }

    private static X509Certificate certificate(Pem block) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(block.bytes().toArray()));
    }
}
