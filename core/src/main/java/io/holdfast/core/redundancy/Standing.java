package io.holdfast.core.redundancy;

import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;

/** How a member counts for its group. */
public enum Standing {
    /** Works. */
    WORKING,
    /** Works, but something points at its end. */
    WEAK,
    /** Is there and does not work. */
    FAILED,
    /** Is gone. */
    ABSENT,
    /** Nobody can say. */
    UNKNOWN;

    /** The standing that an observation gives. */
    public static Standing of(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported -> of(reported.health());
            case Observation.Absent absent -> ABSENT;
            case Observation.Silent silent -> UNKNOWN;
        };
    }

    private static Standing of(Health health) {
        return switch (health) {
            case OK -> WORKING;
            case DEGRADED -> WEAK;
            case FAILED -> FAILED;
        };
    }

    /** Whether a member of this standing does its work for certain. */
    public boolean works() {
        return this == WORKING || this == WEAK;
    }

    /** Whether a member of this standing is lost for certain. */
    public boolean lost() {
        return this == FAILED || this == ABSENT;
    }
}
