package io.holdfast.agent.daemon.uplink;

import java.time.Duration;

/**
 * What the agent costs and how it keeps time.
 *
 * @param rssBytes resident memory
 * @param cpu spent by the agent and its children since its start
 * @param pollLateness the worst since the last such account
 */
public record Vitals(long rssBytes, Duration cpu, Duration pollLateness) {

    /** Takes an account. */
    @FunctionalInterface
    public interface Source {
        Vitals take();
    }
}
