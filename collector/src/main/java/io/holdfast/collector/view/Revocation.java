package io.holdfast.collector.view;

import java.time.Instant;

/**
 * That an agent's certificates count no longer.
 *
 * @param by who did it
 * @param at when
 */
public record Revocation(String by, Instant at) {}
