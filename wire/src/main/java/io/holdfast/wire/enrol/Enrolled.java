package io.holdfast.wire.enrol;

import io.holdfast.core.component.HostId;
import io.holdfast.wire.tls.Identity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * An identity as it lies on the agent's disk.
 *
 * @param identity key and chain; the chain's last is the authority's own certificate
 */
public record Enrolled(Identity identity) {

    /** After this long without a renewal an agent has to be enrolled anew. */
    public static final Duration GRACE = Duration.ofDays(60);

    private static final int LIFE_PARTS = 3;

    /** The authority that the collector must be certified by. */
    public X509Certificate authority() {
        return identity.chain().getLast();
    }

    /** The host that it was issued to; empty where its name is none of a host. */
    public Optional<HostId> host() {
        try {
            String name = identity.certificate().getSubjectX500Principal().getName();
            return new LdapName(name)
                    .getRdns().stream()
                            .filter(part -> part.getType().equals("CN"))
                            .findFirst()
                            .map(part -> HostId.parse(String.valueOf(part.getValue())));
        } catch (InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** When to ask for the next certificate: after two thirds of this one's life. */
    public Instant renewAfter() {
        Instant from = identity.certificate().getNotBefore().toInstant();
        Duration life = Duration.between(from, runsOut());
        return from.plus(life.dividedBy(LIFE_PARTS).multipliedBy(LIFE_PARTS - 1));
    }

    /** When the certificate runs out; it can be renewed for {@link #GRACE} longer. */
    public Instant runsOut() {
        return identity.certificate().getNotAfter().toInstant();
    }
}
