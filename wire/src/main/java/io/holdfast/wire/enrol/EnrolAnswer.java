package io.holdfast.wire.enrol;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What came of asking for a certificate. */
public sealed interface EnrolAnswer {

    /**
     * Here it is.
     *
     * @param chain the certificate, then all that lead up to and with the authority's own
     * @param renewAfter when to ask for the next one
     */
    record Issued(List<X509Certificate> chain, Instant renewAfter) implements EnrolAnswer {
        public Issued {
            chain = List.copyOf(chain);
            if (chain.size() < 2) {
                throw new IllegalArgumentException(
                        "expected a certificate and its authority, found " + chain.size());
            }
        }
    }

    /**
     * The collector says no, and asking again changes nothing.
     *
     * @param why in plain words; names no secret
     */
    record Refused(String why) implements EnrolAnswer {}

    /**
     * No answer: try again later.
     *
     * @param why in plain words
     */
    record Unreachable(String why) implements EnrolAnswer {}
}
