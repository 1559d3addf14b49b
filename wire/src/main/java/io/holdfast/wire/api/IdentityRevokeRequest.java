package io.holdfast.wire.api;

import java.util.Optional;

/**
 * Says whose certificates shall count no longer.
 *
 * @param name of the person
 * @param reason for the register
 */
public record IdentityRevokeRequest(String name, Optional<String> reason) {}
