package io.holdfast.wire.api;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Asks for a token with which agents enrol.
 *
 * @param hosts the hosts that it serves as {@code site/rack/host}, {@code *} for any characters but
 *     a slash; every host if missing
 * @param uses how often it may be used; 1 if missing
 * @param ttlSeconds how long it may be used; an hour if missing
 */
public record TokenRequest(Optional<String> hosts, OptionalInt uses, OptionalLong ttlSeconds) {}
