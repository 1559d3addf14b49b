package io.holdfast.wire.enrol;

import io.holdfast.core.component.HostId;

/**
 * Asks for a first certificate.
 *
 * @param tokenId of the token that gives the right to ask
 * @param tokenProof see {@link Proofs#token}
 * @param host the name that the certificate shall bear
 * @param publicKey SubjectPublicKeyInfo, EC P-256
 * @param possession see {@link Proofs#possession}
 */
public record EnrolRequest(
        String tokenId, Bytes tokenProof, HostId host, Bytes publicKey, Bytes possession) {}
