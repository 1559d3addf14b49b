package io.holdfast.agent.devices.ipmi.sensor;

import java.util.List;

/** The sensor types that we treat in a way of their own (IPMI 2.0, table 42-3). */
public final class SensorType {

    public static final int TEMPERATURE = 0x01;
    public static final int VOLTAGE = 0x02;
    public static final int CURRENT = 0x03;
    public static final int FAN = 0x04;
    public static final int PROCESSOR = 0x07;
    public static final int POWER_SUPPLY = 0x08;
    public static final int POWER_UNIT = 0x09;
    public static final int COOLING = 0x0a;
    public static final int MEMORY = 0x0c;
    public static final int DRIVE_SLOT = 0x0d;
    public static final int SLOT = 0x21;
    public static final int ENTITY_PRESENCE = 0x25;
    public static final int BATTERY = 0x29;

    /** The first of the makers' own. */
    public static final int OEM = 0xc0;

    private static final List<String> WORDS =
            List.of(
                    "reserved",
                    "temperature",
                    "voltage",
                    "current",
                    "fan",
                    "physical security",
                    "platform security",
                    "processor",
                    "power supply",
                    "power unit",
                    "cooling device",
                    "other units-based sensor",
                    "memory",
                    "drive slot",
                    "POST memory resize",
                    "system firmware progress",
                    "event logging disabled",
                    "watchdog 1",
                    "system event",
                    "critical interrupt",
                    "button/switch",
                    "module/board",
                    "microcontroller/coprocessor",
                    "add-in card",
                    "chassis",
                    "chip set",
                    "other FRU",
                    "cable/interconnect",
                    "terminator",
                    "system boot initiated",
                    "boot error",
                    "OS boot",
                    "OS critical stop",
                    "slot/connector",
                    "system ACPI power state",
                    "watchdog 2",
                    "platform alert",
                    "entity presence",
                    "monitor ASIC/IC",
                    "LAN",
                    "management subsystem health",
                    "battery",
                    "session audit",
                    "version change",
                    "FRU state");

    private SensorType() {}

    /** A type's name. */
    public static String words(int type) {
        if (type < WORDS.size()) {
            return WORDS.get(type);
        }
        return type >= OEM ? "maker's sensor type " + type : "sensor type " + type;
    }
}
