package io.holdfast.collector.authority;

import io.holdfast.collector.store.StoreException;
import io.holdfast.wire.enrol.Bytes;
import io.holdfast.wire.enrol.OwnerOnlyFile;
import io.holdfast.wire.enrol.Pem;
import io.holdfast.wire.tls.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;

/**
 * The collector's own certificate authority: a key that never leaves its directory, and the
 * certificate that agents and people are told to trust.
 *
 * @param key may be read by its owner alone
 * @param certificate its own, signed by itself
 */
public record Authority(PrivateKey key, X509Certificate certificate) {

    private static final String FILE = "authority.pem";

    /**
     * Reads the authority of a directory, or makes one where there is none.
     *
     * @throws StoreException if it can be neither read nor made
     */
    public static Authority open(Path directory, SecureRandom random, Instant now) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                var mode = PosixFilePermissions.fromString("rwx------");
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mode));
                create(file, random, now);
            }
            return read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreException(
                    "cannot use the authority in " + file + ": " + e.getMessage(), e);
        }
    }

    /** What an agent that enrolls is told to expect. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }

    private static void create(Path file, SecureRandom random, Instant now)
            throws IOException, GeneralSecurityException {
        KeyPair pair = Issuing.newKey(random);
        X509Certificate own = Issuing.authority(pair, random, now);
        OwnerOnlyFile.write(
                file,
                new Pem(Pem.PRIVATE_KEY, Bytes.of(pair.getPrivate().getEncoded())).text()
                        + new Pem(Pem.CERTIFICATE, Bytes.of(own.getEncoded())).text());
    }

    private static Authority read(Path file) throws IOException, GeneralSecurityException {
        List<Pem> blocks = Pem.read(Files.readString(file, StandardCharsets.US_ASCII));
        if (blocks.size() != 2
                || !blocks.get(0).label().equals(Pem.PRIVATE_KEY)
                || !blocks.get(1).label().equals(Pem.CERTIFICATE)) {
            throw new IOException("expected a private key and a certificate");
        }
        PrivateKey key =
                KeyFactory.getInstance("EC")
                        .generatePrivate(new PKCS8EncodedKeySpec(blocks.get(0).bytes().toArray()));
        X509Certificate own =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(blocks.get(1).bytes().toArray()));
        return new Authority(key, own);
    }

    @Override
    public String toString() {
        return "authority " + fingerprint();
    }
}
