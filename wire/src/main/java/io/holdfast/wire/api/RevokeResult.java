package io.holdfast.wire.api;

import java.time.Instant;

/**
 * An agent that is refused from now on.
 *
 * @param host {@code site/rack/host}
 * @param at since when
 * @param by who revoked it
 * @param certificates how many certificates count no longer
 */
public record RevokeResult(String host, Instant at, String by, int certificates) {}
