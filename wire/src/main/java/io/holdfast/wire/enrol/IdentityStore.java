package io.holdfast.wire.enrol;

import io.holdfast.wire.tls.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * The files of an agent's state directory that hold who it is: {@code identity.pem}, and {@code
 * identity.next.pem} while a certificate is being asked for.
 *
 * <p>Key and certificates lie in one file, so that one rename replaces both. The key that is being
 * enrolled is kept before anything is asked: if the answer is lost, the next try asks for the same
 * key, and the collector does not spend another use of the token.
 *
 * @param directory exists, and belongs to the agent alone
 * @param random makes keys
 */
public record IdentityStore(Path directory, SecureRandom random) {

    private static final String CURRENT = "identity.pem";
    private static final String NEXT = "identity.next.pem";
    private static final String PUBLIC_KEY = "PUBLIC KEY";
    private static final String CURVE = "secp256r1";

    /** Its own and the authority's. */
    private static final int LEAST_CERTIFICATES = 2;

    /**
     * Who this agent is, or empty where it was never enrolled.
     *
     * @throws IOException if the file cannot be read, or does not hold a key with its certificates
     */
    public Optional<Enrolled> read() throws IOException {
        Path file = directory.resolve(CURRENT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(new Enrolled(new KeyFile(file).read(LEAST_CERTIFICATES)));
    }

    /** The key to ask a certificate for: the one of an unfinished attempt, or else a new one. */
    public KeyPair nextKey() throws IOException {
        Path file = directory.resolve(NEXT);
        if (Files.exists(file)) {
            Optional<KeyPair> kept = keptKey(file);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        KeyPair key = newKey();
        OwnerOnlyFile.write(
                file,
                new Pem(Pem.PRIVATE_KEY, Bytes.of(key.getPrivate().getEncoded())).text()
                        + new Pem(PUBLIC_KEY, Bytes.of(key.getPublic().getEncoded())).text());
        return key;
    }

    /** Takes a certificate for the key of {@link #nextKey} into use, for good. */
    public Enrolled accept(KeyPair key, EnrolAnswer.Issued issued) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(new Pem(Pem.PRIVATE_KEY, Bytes.of(key.getPrivate().getEncoded())).text());
        try {
            for (X509Certificate certificate : issued.chain()) {
                text.append(new Pem(Pem.CERTIFICATE, Bytes.of(certificate.getEncoded())).text());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("a certificate cannot be written: " + e.getMessage(), e);
        }
        OwnerOnlyFile.write(directory.resolve(CURRENT), text.toString());
        Files.deleteIfExists(directory.resolve(NEXT));
        return new Enrolled(new Identity(key.getPrivate(), issued.chain()));
    }

    /** Gives up an attempt that shall not be continued, if there is one. */
    public void abandon() throws IOException {
        Files.deleteIfExists(directory.resolve(NEXT));
    }

    private KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CURVE, e);
        }
    }

    private static Optional<KeyPair> keptKey(Path file) {
        try {
            List<Pem> blocks = new KeyFile(file).blocks();
            if (blocks.size() != 2) {
                return Optional.empty();
            }
            PrivateKey secret = KeyFile.privateKey(blocks.get(0));
            PublicKey open =
                    KeyFactory.getInstance("EC")
                            .generatePublic(
                                    new X509EncodedKeySpec(blocks.get(1).bytes().toArray()));
            return secret instanceof ECPrivateKey
                    ? Optional.of(new KeyPair(open, secret))
                    : Optional.empty();
        } catch (GeneralSecurityException | IOException e) {
            // Of a damaged attempt nothing can be continued.
            return Optional.empty();
        }
    }
}
