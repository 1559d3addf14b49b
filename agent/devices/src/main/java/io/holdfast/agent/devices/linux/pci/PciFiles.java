package io.holdfast.agent.devices.linux.pci;

import io.holdfast.agent.devices.linux.PciId;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.pci.PciDevice.Severity;
import io.holdfast.agent.devices.linux.pci.PciDevice.Width;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads PCI Express devices from {@code /sys/bus/pci}. */
final class PciFiles {

    static final String DEVICES = "/sys/bus/pci/devices/";
    private static final String SLOTS = "/sys/bus/pci/slots/";
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

    private final SysTree tree;

    PciFiles(SysTree tree) {
        this.tree = tree;
    }

    /** A device, or nothing where it does not count its errors. */
    Optional<PciDevice> read(String address, Map<String, String> slots) {
        String folder = DEVICES + address + "/";
        if (!ADDRESS.matcher(address).matches()
                || !tree.exists(folder + Severity.CORRECTABLE.file())) {
            return Optional.empty();
        }
        Map<Severity, AerCounters> errors = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            tree.text(folder + severity.file())
                    .ifPresent(text -> errors.put(severity, AerCounters.parse(text)));
        }
        int type = hex(tree.text(folder + "class").orElse("")) >> 8;
        return Optional.of(
                new PciDevice(address, type, errors, width(folder), identity(address, slots)));
    }

    /** What the chassis calls its slots, by the address of the device in each. */
    Map<String, String> slots() {
        Map<String, String> slots = new HashMap<>();
        for (String slot : tree.names(SLOTS)) {
            tree.text(SLOTS + slot + "/address").ifPresent(address -> slots.put(address, slot));
        }
        return slots;
    }

    private SortedMap<String, String> identity(String address, Map<String, String> slots) {
        String folder = DEVICES + address + "/";
        SortedMap<String, String> identity = new TreeMap<>();
        PciId.read(tree, folder).ifPresent(id -> identity.put("pci-id", id));
        tree.linkName(folder + "driver").ifPresent(driver -> identity.put("driver", driver));
        String slot = slots.get(address.substring(0, address.indexOf('.')));
        if (slot != null) {
            identity.put("slot", slot);
        }
        return identity;
    }

    /** The lanes of the link to the device above, as both ends report them. */
    private Optional<Width> width(String folder) {
        OptionalLong current = tree.number(folder + "current_link_width");
        OptionalLong most = tree.number(folder + "max_link_width");
        OptionalLong above =
                tree.realPath(folder)
                        .map(path -> path.substring(0, Math.max(path.lastIndexOf('/'), 0)))
                        .map(parent -> tree.number(parent + "/max_link_width"))
                        .orElse(OptionalLong.empty());
        boolean link = current.orElse(0) > 0 && most.orElse(0) > 0 && above.orElse(0) > 0;
        return link
                ? Optional.of(
                        new Width(
                                (int) current.orElseThrow(),
                                (int) Math.min(most.orElseThrow(), above.orElseThrow())))
                : Optional.empty();
    }

    private static int hex(String text) {
        try {
            return text.startsWith("0x") ? Integer.parseUnsignedInt(text, 2, text.length(), 16) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
