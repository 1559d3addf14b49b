package io.holdfast.agent.devices.ipmi.sensor;

import io.holdfast.core.observation.Health;

/** What a discrete state says of the thing that is watched. */
public enum Meaning {
    OK,
    DEGRADED,
    FAILED,
    /** It is there. */
    PRESENT,
    /** It is not there. */
    ABSENT,
    /** Worth telling, neither good nor bad: in standby, off, being checked. */
    NOTE;

    /** What it says of health. */
    public Health health() {
        return switch (this) {
            case OK, PRESENT, ABSENT, NOTE -> Health.OK;
            case DEGRADED -> Health.DEGRADED;
            case FAILED -> Health.FAILED;
        };
    }
}
