package io.holdfast.collector.authority;

import io.holdfast.collector.operations.Identities;
import io.holdfast.collector.operations.Role;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives people their certificates, and tells who shows one. */
public final class PeopleDesk implements Identities {

    private static final Logger log = LoggerFactory.getLogger(PeopleDesk.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@ -]{1,64}");

    private final Store store;
    private final Authority authority;
    private final Register register;
    private final SecureRandom random;
    private final InstantSource clock;

    public PeopleDesk(
            Store store,
            Authority authority,
            Register register,
            SecureRandom random,
            InstantSource clock) {
        this.store = store;
        this.authority = authority;
        this.register = register;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Caller callerOf(X509Certificate certificate) {
        Instant now = clock.instant();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            return new Caller.Refused("this certificate ran out at " + end);
        }
        if (register.isRevoked(certificate)) {
            return new Caller.Refused("this certificate was revoked");
        }
        Optional<Holder> holder = Holder.of(certificate);
        return holder.orElse(null) instanceof Holder.Person(String name, Role role)
                ? new Caller.Person(name, role)
                : new Caller.Refused("this certificate is not a person's");
    }

    @Override
    public List<X509Certificate> issue(String name, Role role, PublicKey key, String by) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected a name of 1 to 64 letters, digits, spaces and '._@-'");
        }
        Holder holder = new Holder.Person(name, role);
        Instant now = clock.instant();
        try {
            X509Certificate certificate =
                    Issuing.client(authority, key, holder, Issuing.PERSON_LIFE, random, now);
            var _ =
                    store.write(
                            sql -> {
                                Register.note(sql, certificate, holder, by, now);
                                return 1;
                            });
            log.info("{} has a certificate as {} by {}", name, role.word(), by);
            return List.of(certificate, authority.certificate());
        } catch (GeneralSecurityException e) {
            throw new StoreException("cannot issue a certificate: " + e.getMessage(), e);
        }
    }

    @Override
    public int revoke(String name, String by, String reason) {
        // The register knows people by their names alone.
        Holder holder = new Holder.Person(name, Role.VIEWER);
        int certificates = register.revoke(holder, by, reason, clock.instant());
        if (certificates > 0) {
            log.warn("{} certificates of {} revoked by {}: {}", certificates, name, by, reason);
        }
        return certificates;
    }
}
