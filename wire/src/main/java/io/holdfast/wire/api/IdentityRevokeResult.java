package io.holdfast.wire.api;

import java.time.Instant;

/**
 * A person who is refused from now on.
 *
 * @param name of the person
 * @param at since when
 * @param by who revoked the certificates
 * @param certificates how many count no longer
 */
public record IdentityRevokeResult(String name, Instant at, String by, int certificates) {}
