package io.holdfast.agent.devices.ipmi.sdr;

/**
 * The thing that a sensor watches (IPMI 2.0, 39.1).
 *
 * @param id what sort of thing, of table 43-13
 * @param instance which of them
 */
public record Entity(int id, int instance) implements Comparable<Entity> {

    public static final int PROCESSOR = 0x03;
    public static final int DISK = 0x04;
    public static final int DISK_BAY = 0x05;
    public static final int SYSTEM_BOARD = 0x07;
    public static final int MEMORY_MODULE = 0x08;
    public static final int POWER_SUPPLY = 0x0a;
    public static final int ADD_IN_CARD = 0x0b;
    public static final int POWER_UNIT = 0x13;
    public static final int DRIVE_BACKPLANE = 0x1a;
    public static final int FAN = 0x1d;
    public static final int COOLING_UNIT = 0x1e;
    public static final int MEMORY_DEVICE = 0x20;
    public static final int BATTERY = 0x28;

    @Override
    public int compareTo(Entity other) {
        int byId = Integer.compare(id, other.id);
        return byId != 0 ? byId : Integer.compare(instance, other.instance);
    }

    /** As FreeIPMI and ipmitool write it, such as {@code 10.1}. */
    @Override
    public String toString() {
        return id + "." + instance;
    }
}
