package io.holdfast.collector.authority;

import io.holdfast.collector.operations.Role;
import io.holdfast.core.component.HostId;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Whom one of our certificates names: the common name says who, the organizational unit as what.
 */
public sealed interface Holder {

    /** The unit of agents; those of people are the words of their roles. */
    String AGENT_UNIT = "agent";

    /** What comes before the host in the register's names of agents. */
    String AGENT_PREFIX = "agent ";

    /** An agent of a host. */
    record Agent(HostId host) implements Holder {}

    /** A person. */
    record Person(String name, Role role) implements Holder {}

    /** The collector itself. */
    record Collector() implements Holder {}

    /** The common name in the certificate. */
    default String commonName() {
        return switch (this) {
            case Agent agent -> agent.host().toString();
            case Person person -> person.name();
            case Collector collector -> "collector";
        };
    }

    /** The organizational unit in the certificate, and the role in the register. */
    default String unit() {
        return switch (this) {
            case Agent agent -> AGENT_UNIT;
            case Person person -> person.role().word();
            case Collector collector -> "collector";
        };
    }

    /** The name in the register: two holders of one name are the same. */
    default String registered() {
        return switch (this) {
            case Agent agent -> AGENT_PREFIX + agent.host();
            case Person person -> "person " + person.name();
            case Collector collector -> "collector";
        };
    }

    /** Whom a certificate names, if it names an agent or a person. */
    static Optional<Holder> of(X509Certificate certificate) {
        try {
            String name = "";
            String unit = "";
            for (Rdn part :
                    new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                switch (part.getType()) {
                    case "CN" -> name = String.valueOf(part.getValue());
                    case "OU" -> unit = String.valueOf(part.getValue());
                    default -> {
                        // Other parts of a name mean nothing to us.
                    }
                }
            }
            if (unit.equals(AGENT_UNIT)) {
                return Optional.of(new Agent(HostId.parse(name)));
            }
            String person = name;
            return Role.ofWord(unit).map(role -> new Person(person, role));
        } catch (InvalidNameException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
