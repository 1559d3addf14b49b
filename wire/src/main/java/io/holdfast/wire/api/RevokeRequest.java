package io.holdfast.wire.api;

import java.util.Optional;

/**
 * Says why an agent is revoked.
 *
 * @param reason for the history
 */
public record RevokeRequest(Optional<String> reason) {}
