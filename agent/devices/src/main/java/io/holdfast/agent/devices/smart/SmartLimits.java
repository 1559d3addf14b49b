package io.holdfast.agent.devices.smart;

/** Above these a disk counts as degraded: it works, and something points at its end. */
final class SmartLimits {

    /** Sectors that the disk has replaced by spare ones. */
    static final double REALLOCATED = 0;

    /** Sectors that the disk could not read and waits to replace. */
    static final double PENDING = 0;

    /** Sectors that an offline scan could not read. */
    static final double OFFLINE_UNCORRECTABLE = 0;

    /** Errors that the disk's own correction could not mend and that reached the host. */
    static final double UNCORRECTED = 0;

    /** Defects that a SAS disk found after it left the factory. */
    static final double GROWN_DEFECTS = 0;

    /** NVMe: reads and writes that lost data. */
    static final double MEDIA_ERRORS = 0;

    /** Share of the endurance that the maker promises, in percent, from which it is used up. */
    static final double ENDURANCE_USED_PERCENT = 100;

    /** An entry in the error log counts while it is younger than this in hours of operation. */
    static final long RECENT_ERROR_HOURS = 7 * 24;

    private SmartLimits() {}
}
