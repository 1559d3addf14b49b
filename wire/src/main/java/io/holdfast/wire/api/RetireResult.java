package io.holdfast.wire.api;

import java.time.Instant;

/**
 * A host that is in no report from now on.
 *
 * @param host {@code site/rack/host}
 * @param at since when
 * @param by who retired it
 * @param certificates how many certificates of its agent count no longer
 * @param components how many parts it had
 */
public record RetireResult(String host, Instant at, String by, int certificates, int components) {}
