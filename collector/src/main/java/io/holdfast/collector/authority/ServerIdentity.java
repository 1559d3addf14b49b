package io.holdfast.collector.authority;

import io.holdfast.collector.store.StateDirectory;
import io.holdfast.collector.store.StoreException;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.IdentityStore;
import io.holdfast.wire.tls.Fingerprint;
import io.holdfast.wire.tls.Identity;
import io.holdfast.wire.tls.ServerName;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the collector shows of itself: a certificate of its own authority, issued anew when it comes
 * to its end or its names change.
 */
public final class ServerIdentity {

    /** A certificate with less than this left is replaced. */
    static final Duration RENEW_BEFORE_END = Duration.ofDays(60);

    private static final Logger log = LoggerFactory.getLogger(ServerIdentity.class);

    private final Authority authority;
    private final IdentityStore files;
    private final SecureRandom random;
    private volatile Identity current;
    private volatile Optional<Identity> previous = Optional.empty();

    private ServerIdentity(
            Authority authority, IdentityStore files, SecureRandom random, Identity current) {
        this.authority = authority;
        this.files = files;
        this.random = random;
        this.current = current;
    }

    /**
     * Reads the certificate of a directory, or issues one for these names and addresses.
     *
     * @throws StoreException if there is none to be had
     */
    public static ServerIdentity open(
            Authority authority,
            Path directory,
            List<String> names,
            SecureRandom random,
            Instant now) {
        try {
            Path own = StateDirectory.createOwnerOnlyDirectory(directory.resolve("server"));
            IdentityStore files = new IdentityStore(own, random);
            Optional<Identity> stored = stored(files);
            Identity identity =
                    stored.filter(found -> isGood(found, authority, names, now)).isPresent()
                            ? stored.get()
                            : issue(authority, files, names, random, now);
            return new ServerIdentity(authority, files, random, identity);
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreException(
                    "cannot make the collector's certificate in "
                            + directory
                            + ": "
                            + FileTrouble.of(e, directory),
                    e);
        }
    }

    /** A damaged one is no loss: whoever trusts the authority trusts the next one too. */
    private static Optional<Identity> stored(IdentityStore files) {
        try {
            return files.read().map(Enrolled::identity);
        } catch (IOException e) {
            log.warn("the collector's own certificate is issued anew: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What is shown now. */
    public Identity current() {
        return current;
    }

    /** Issues the next certificate, where it is time. */
    public void renewIfDue(List<String> names, Instant now) {
        if (isGood(current, authority, names, now)) {
            return;
        }
        try {
            Identity next = issue(authority, files, names, random, now);
            previous = Optional.of(current);
            current = next;
            log.info("the collector shows a new certificate, of {}", fingerprints().getFirst());
        } catch (IOException | GeneralSecurityException e) {
            log.error("the collector's certificate cannot be renewed: {}", FileTrouble.of(e));
        }
    }

    /** Of the certificate that is shown now, and of the one that open connections may have seen. */
    List<Fingerprint> fingerprints() {
        List<Fingerprint> fingerprints = new ArrayList<>();
        fingerprints.add(Fingerprint.of(current.certificate()));
        previous.ifPresent(p -> fingerprints.add(Fingerprint.of(p.certificate())));
        return fingerprints;
    }

    private static Identity issue(
            Authority authority,
            IdentityStore files,
            List<String> names,
            SecureRandom random,
            Instant now)
            throws IOException, GeneralSecurityException {
        KeyPair key = files.nextKey();
        X509Certificate certificate =
                Issuing.server(authority, key.getPublic(), names, random, now);
        Instant renewAfter = certificate.getNotAfter().toInstant().minus(RENEW_BEFORE_END);
        EnrolAnswer.Issued issued =
                new EnrolAnswer.Issued(List.of(certificate, authority.certificate()), renewAfter);
        return files.accept(key, issued).identity();
    }

    private static boolean isGood(
            Identity identity, Authority authority, List<String> names, Instant now) {
        X509Certificate certificate = identity.certificate();
        boolean lasts = now.plus(RENEW_BEFORE_END).isBefore(certificate.getNotAfter().toInstant());
        boolean ours = identity.chain().getLast().equals(authority.certificate());
        SortedSet<String> wanted = new TreeSet<>();
        wanted.add(ServerName.COLLECTOR);
        names.forEach(name -> wanted.add(canonical(name)));
        return lasts && ours && namesOf(certificate).equals(wanted);
    }

    /** Addresses as a certificate gives them back, everything else as it is. */
    private static String canonical(String name) {
        try {
            return InetAddress.ofLiteral(name).getHostAddress();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static SortedSet<String> namesOf(X509Certificate certificate) {
        SortedSet<String> names = new TreeSet<>();
        try {
            var stored = certificate.getSubjectAlternativeNames();
            if (stored != null) {
                stored.forEach(name -> names.add(String.valueOf(name.get(1))));
            }
        } catch (CertificateParsingException e) {
            names.clear();
        }
        return names;
    }
}
