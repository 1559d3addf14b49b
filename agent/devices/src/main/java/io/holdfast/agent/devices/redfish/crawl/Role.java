package io.holdfast.agent.devices.redfish.crawl;

/** What a resource is to the machine, by the link that led to it. */
public enum Role {
    SYSTEM,
    CHASSIS,
    MANAGER,
    /** A power supply, of PowerSubsystem or of the old Power. */
    SUPPLY,
    /** PowerSupplyMetrics of the supply that owns it. */
    SUPPLY_METRICS,
    /** A redundancy set of power supplies. */
    SUPPLY_SET,
    /** The old Power resource's account of what a chassis draws. */
    POWER_CONTROL,
    /** The EnvironmentMetrics of a chassis. */
    ENVIRONMENT,
    BATTERY,
    FAN,
    /** A redundancy set of fans. */
    FAN_SET,
    /** A temperature of the old Thermal. */
    TEMPERATURE,
    /** A voltage of the old Power. */
    VOLTAGE,
    /** A sensor of any kind. */
    SENSOR,
    STORAGE,
    /** A controller of the storage that owns it. */
    CONTROLLER,
    DRIVE,
    VOLUME,
    /** A device of the old SimpleStorage. */
    SIMPLE_DEVICE,
    PROCESSOR,
    MEMORY,
    ADAPTER,
    /** A port of the adapter that owns it. */
    PORT,
    /** An EthernetInterface of a system. */
    INTERFACE,
    /** A PDU, transfer switch or power shelf of PowerEquipment. */
    POWER_DISTRIBUTION,
    /** A circuit that feeds the power distribution that owns it. */
    MAINS,
    /** A branch circuit of the power distribution that owns it. */
    BRANCH,
    /** An outlet of the power distribution that owns it. */
    OUTLET
}
