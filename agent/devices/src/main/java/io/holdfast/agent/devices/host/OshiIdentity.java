package io.holdfast.agent.devices.host;

import java.util.Map;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.ComputerSystem;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/**
 * The identity of the machine as OSHI finds it. OSHI's objects cache much, so none of them is kept.
 */
public final class OshiIdentity implements HostIdentity {

    /** What OSHI says where it knows nothing. */
    private static final String UNKNOWN = "unknown";

    @Override
    public Map<String, String> read() {
        Map<String, String> identity = new TreeMap<>();
        SystemInfo system = new SystemInfo();
        HardwareAbstractionLayer hardware = system.getHardware();
        ComputerSystem computer = hardware.getComputerSystem();
        put(identity, "vendor", computer.getManufacturer());
        put(identity, "model", computer.getModel());
        put(identity, "serial", computer.getSerialNumber());
        put(identity, "firmware", computer.getFirmware().getVersion());
        CentralProcessor processor = hardware.getProcessor();
        put(identity, "cpu", processor.getProcessorIdentifier().getName());
        put(identity, "cpus", Integer.toString(processor.getLogicalProcessorCount()));
        put(identity, "cpu-sockets", Integer.toString(processor.getPhysicalPackageCount()));
        put(identity, "memory-bytes", Long.toString(hardware.getMemory().getTotal()));
        OperatingSystem os = system.getOperatingSystem();
        put(identity, "os", os.getFamily() + " " + os.getVersionInfo());
        return identity;
    }

    private static void put(Map<String, String> identity, String name, String value) {
        if (!value.isBlank() && !value.equals(UNKNOWN)) {
            identity.put(name, value.strip());
        }
    }
}
