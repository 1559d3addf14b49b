package io.holdfast.agent.devices.check;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;

/**
 * Bad trials in a row: one may be chance, several are a fault.
 *
 * <p>Mutable and for one thread.
 */
final class Streak {

    private final int failures;
    private int bad;

    /**
     * @param failures so many in a row are a fault
     */
    Streak(int failures) {
        this.failures = failures;
    }

    /** Notes a bad trial and says what that makes of the service. */
    Health bad() {
        bad = Math.min(bad + 1, failures);
        return bad == failures ? Health.FAILED : Health.DEGRADED;
    }

    /** Notes that the service answered. */
    void answered() {
        bad = 0;
    }

    /** How far the row has come. */
    Evidence evidence() {
        return new Evidence(
                "trials",
                "bad in a row",
                Integer.toString(bad),
                bad == failures ? "failed" : "failed from " + failures + " on");
    }
}
