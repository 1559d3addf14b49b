package io.holdfast.agent.devices;

import java.time.Duration;

/**
 * A probe with the pace that suits it.
 *
 * @param probe what looks
 * @param interval how often, by default
 * @param deadline how long one look may take
 */
public record ScheduledProbe(Probe probe, Duration interval, Duration deadline) {

    public ScheduledProbe {
        if (!interval.isPositive() || !deadline.isPositive()) {
            throw new IllegalArgumentException(
                    "expected interval and deadline of "
                            + probe.name()
                            + " above 0, found "
                            + interval
                            + " and "
                            + deadline);
        }
    }
}
