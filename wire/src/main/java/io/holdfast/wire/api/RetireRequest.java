package io.holdfast.wire.api;

import java.util.Optional;

/**
 * Says why a host is retired.
 *
 * @param reason for the history
 */
public record RetireRequest(Optional<String> reason) {}
