package io.holdfast.wire.api;

/**
 * Asks for a certificate with which a person may use the API over the network.
 *
 * @param name who; printable, 1 to 64 characters
 * @param role {@code viewer}, {@code operator} or {@code approver}
 * @param publicKey the person's public key: SubjectPublicKeyInfo (RFC 5280, section 4.1) in base64
 */
public record IdentityRequest(String name, String role, String publicKey) {}
