package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * A person's new certificate.
 *
 * @param name who
 * @param role what that person may do
 * @param expires when it runs out
 * @param certificates in PEM (RFC 7468): the person's own, then up to the authority's
 */
public record IdentityReport(String name, String role, Instant expires, List<String> certificates) {

    public IdentityReport {
        certificates = List.copyOf(certificates);
    }
}
