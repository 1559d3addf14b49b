package io.holdfast.config.rack;

/** What a credential is for; the two never stand in for each other. */
public enum Use {
    /** Asking: goes to the agents that poll. */
    READ,
    /** Switching power, outlets and ports: never goes to an agent that polls. */
    POWER
}
