package io.holdfast.agent.devices.redfish.crawl;

/** Which part of a machine is looked at. */
public enum Scope {
    /** All of it, in one go. */
    EVERYTHING,
    /**
     * What redundancy hangs on: power, cooling, temperatures, storage, the system's own verdict.
     */
    VITALS,
    /** What seldom changes and takes many requests: processors, memory, network, managers. */
    INVENTORY;

    boolean vitals() {
        return this != INVENTORY;
    }

    boolean inventory() {
        return this != VITALS;
    }
}
