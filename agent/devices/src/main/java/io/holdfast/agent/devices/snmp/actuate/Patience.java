package io.holdfast.agent.devices.snmp.actuate;

import java.time.Duration;

/**
 * How long an actuation may take.
 *
 * @param timeout of one question
 * @param readTries how often a reading is asked for
 * @param pause between two readings; relays take their time
 * @param deadline until the device has to say that it is done
 */
public record Patience(Duration timeout, int readTries, Duration pause, Duration deadline) {

    /** PDUs delay their outlets by up to some seconds, so as not to switch all at once. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(3), 3, Duration.ofMillis(250), Duration.ofSeconds(20));

    public Patience {
        if (!timeout.isPositive()
                || readTries < 1
                || pause.isNegative()
                || !deadline.isPositive()) {
            throw new IllegalArgumentException("expected time-outs and tries above 0");
        }
    }
}
