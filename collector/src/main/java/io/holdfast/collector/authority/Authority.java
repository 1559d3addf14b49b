package io.holdfast.collector.authority;

import io.holdfast.collector.store.StoreException;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.enrol.Bytes;
import io.holdfast.wire.enrol.KeyFile;
import io.holdfast.wire.enrol.OwnerOnlyFile;
import io.holdfast.wire.enrol.Pem;
import io.holdfast.wire.tls.Fingerprint;
import io.holdfast.wire.tls.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;

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
        if (!Files.exists(file)) {
            try {
                var mode = PosixFilePermissions.fromString("rwx------");
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mode));
                create(file, random, now);
            } catch (IOException | GeneralSecurityException e) {
                throw new StoreException(
                        "cannot make the authority in " + file + ": " + FileTrouble.of(e, file), e);
            }
        }
        return read(file);
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

    private static Authority read(Path file) {
        try {
            Identity own = new KeyFile(file).read(1);
            return new Authority(own.key(), own.certificate());
        } catch (IOException e) {
            throw new StoreException(
                    "the authority of this collector is damaged or cannot be read: "
                            + FileTrouble.of(e)
                            + "; every certificate hangs on it, so it is not made anew\n  to do:"
                            + " restore a backup, which has it: holdfast collector restore BACKUP"
                            + " --force",
                    e);
        }
    }

    @Override
    public String toString() {
        return "authority " + fingerprint();
    }
}
