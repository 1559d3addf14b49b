package io.holdfast.core.state;

import java.time.Instant;

/**
 * When a probe looked last.
 *
 * @param at when that look ended
 * @param complete whether it listed everything that is there
 */
public record Look(Instant at, boolean complete) {}
