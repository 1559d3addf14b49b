package io.holdfast.collector.view;

import java.time.Instant;

/**
 * When a host's inventory was last accepted.
 *
 * @param by who did it; {@code first sight} where the collector did
 */
public record AcceptanceView(Instant at, String by) {}
