package io.holdfast.wire.enrol;

/**
 * Asks for the next certificate of whoever the caller's TLS certificate names.
 *
 * @param publicKey of the new key: SubjectPublicKeyInfo, EC P-256
 * @param possession see {@link Proofs#possession}
 */
public record RenewRequest(Bytes publicKey, Bytes possession) {}
