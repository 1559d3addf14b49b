package io.holdfast.agent.devices.linux.pci;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A PCI Express device that counts its errors.
 *
 * @param address its place on the bus, such as {@code 0000:3b:00.0}
 * @param type its base class and subclass, such as {@code 0x0200} for Ethernet
 * @param errors its counters by severity
 * @param width its lanes; empty where it has no link of its own
 * @param identity its attributes as a component
 */
record PciDevice(
        String address,
        int type,
        Map<Severity, AerCounters> errors,
        Optional<Width> width,
        SortedMap<String, String> identity) {

    private static final int STORAGE = 0x01;
    private static final int NETWORK = 0x02;
    private static final int ACCELERATOR = 0x12;
    private static final int GPU = 0x0302;

    PciDevice {
        errors = Map.copyOf(errors);
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
    }

    /**
     * How many lanes a link has.
     *
     * @param current those in use
     * @param most those that both of its ends have
     */
    record Width(int current, int most) {}

    /** How bad an error is for the link. */
    enum Severity {
        CORRECTABLE("aer_dev_correctable"),
        NONFATAL("aer_dev_nonfatal"),
        FATAL("aer_dev_fatal");

        private final String file;

        Severity(String file) {
            this.file = file;
        }

        String file() {
            return file;
        }
    }

    /**
     * Whether it belongs in a report: a NIC, a disk or its controller, a GPU; anything else, such
     * as a bridge, only once it has had errors.
     */
    boolean matters() {
        int base = type >> 8;
        boolean worker = base == STORAGE || base == NETWORK || base == ACCELERATOR || type == GPU;
        return worker || errors.values().stream().anyMatch(counters -> counters.total() > 0);
    }

    String file(String leaf) {
        return PciFiles.DEVICES + address + "/" + leaf;
    }
}
