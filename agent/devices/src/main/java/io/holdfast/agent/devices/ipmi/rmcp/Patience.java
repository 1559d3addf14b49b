package io.holdfast.agent.devices.ipmi.rmcp;

import java.time.Duration;

/**
 * How long a BMC is waited for.
 *
 * @param tries how often a question is sent, the first included
 * @param firstWait how long the first is waited for; each further one twice as long
 * @param deadline how long an exchange may take in all
 */
public record Patience(int tries, Duration firstWait, Duration deadline) {

    /** What suits BMCs on a network of one site: the slowest take a second for an answer. */
    public static final Patience USUAL =
            new Patience(4, Duration.ofSeconds(1), Duration.ofSeconds(10));

    public Patience {
        if (tries < 1 || !firstWait.isPositive() || deadline.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException(
                    "expected at least one try and a deadline not below the first wait, found "
                            + tries
                            + ", "
                            + firstWait
                            + " and "
                            + deadline);
        }
    }
}
