package io.holdfast.collector.operations;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Who may use the API over the network, by certificates of the collector's own authority. */
public interface Identities {

    /** Whom a certificate names that a client has proven to hold. Never throws. */
    Caller callerOf(X509Certificate certificate);

    /**
     * Issues a certificate for a person.
     *
     * @param name who; printable, 1 to 64 characters
     * @return the certificate, then the chain up to and with the authority's own
     */
    List<X509Certificate> issue(String name, Role role, PublicKey key, String by);

    /**
     * Makes all certificates of a person count no longer, whatever their roles.
     *
     * @return how many that were; 0 where the person has none
     */
    int revoke(String name, String by, String reason);

    /** Who calls. */
    sealed interface Caller {

        /** A person with a role. */
        record Person(String name, Role role) implements Caller {}

        /** Somebody who may do nothing here, and why. */
        record Refused(String reason) implements Caller {}
    }
}
