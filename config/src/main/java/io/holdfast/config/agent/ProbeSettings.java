package io.holdfast.config.agent;

import java.time.Duration;

/**
 * How a family of probes is run.
 *
 * @param enabled whether it is run at all
 * @param every from the start of one look to the start of the next
 * @param deadline how long one look may take; at most {@code every}
 */
public record ProbeSettings(boolean enabled, Duration every, Duration deadline) {}
