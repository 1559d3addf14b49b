package io.holdfast.agent.devices.linux.disk;

import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.observation.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the files of one disk below {@code /sys/block}. */
final class DiskFiles {

    /** The kernel counts a disk's size in these, whatever its own sectors are. */
    private static final long SECTOR_BYTES = 512;

    /** MegaRAID shows its volumes on the channels that follow those of plain disks. */
    private static final int FIRST_MEGARAID_VOLUME_CHANNEL = 2;

    /** Names of disks that only hypervisors make: virtio and Xen. */
    private static final List<String> PARAVIRTUAL = List.of("vd", "xvd");

    /** How disks begin their names, or their makers', that hypervisors emulate. */
    private static final List<String> HYPERVISORS =
            List.of("QEMU", "VMware", "VBOX", "Msft", "Virtual Disk");

    private static final Pattern SCSI_ADDRESS =
            Pattern.compile(".*/(\\d{1,5}):(\\d{1,5}):\\d+:\\d+");

    private final SysTree tree;
    private final String name;
    private final String folder;
    private final String device;

    private DiskFiles(SysTree tree, String name) {
        this.tree = tree;
        this.name = name;
        this.folder = BlockDevices.BLOCK + "/" + name;
        this.device = folder + "/device";
    }

    static BlockDisk read(SysTree tree, String name, Map<String, Evidence> used) {
        return new DiskFiles(tree, name).disk(used);
    }

    private BlockDisk disk(Map<String, Evidence> used) {
        List<String> partitions =
                tree.names(folder).stream()
                        .filter(entry -> tree.exists(folder + "/" + entry + "/partition"))
                        .toList();
        List<String> holders = new ArrayList<>(tree.names(folder + "/holders"));
        for (String partition : partitions) {
            holders.addAll(tree.names(folder + "/" + partition + "/holders"));
        }
        String real = tree.realPath(device).orElse(device);
        Optional<String> adapter = adapter(real);
        return new BlockDisk(
                name,
                identity(real),
                state(),
                partitions,
                holders.stream().distinct().toList(),
                use(used, partitions, holders),
                adapter,
                logical(real, adapter.orElse("")));
    }

    private Optional<Evidence> use(
            Map<String, Evidence> used, List<String> partitions, List<String> holders) {
        Optional<Evidence> mounted =
                Stream.concat(Stream.of(name), partitions.stream())
                        .flatMap(part -> Stream.ofNullable(used.get(part)))
                        .findFirst();
        return mounted.or(
                () ->
                        holders.stream()
                                .findFirst()
                                .map(
                                        holder ->
                                                Evidence.ofFile(
                                                        folder + "/holders",
                                                        holder,
                                                        "carries " + holder)));
    }

    private SortedMap<String, String> identity(String real) {
        SortedMap<String, String> identity = new TreeMap<>();
        first(device + "/vendor")
                .filter(vendor -> !vendor.startsWith("0x"))
                .ifPresent(vendor -> identity.put("vendor", vendor));
        first(device + "/model").ifPresent(model -> identity.put("model", model));
        first(folder + "/serial", device + "/serial")
                .or(this::serialPage)
                .ifPresent(serial -> identity.put("serial", serial));
        first(device + "/firmware_rev", device + "/rev")
                .ifPresent(firmware -> identity.put("firmware", firmware));
        tree.number(folder + "/size")
                .ifPresent(
                        sectors ->
                                identity.put(
                                        "capacity-bytes", Long.toString(sectors * SECTOR_BYTES)));
        identity.put("transport", transport(real));
        tree.number(folder + "/queue/rotational")
                .ifPresent(turns -> identity.put("medium", medium(turns == 1, identity)));
        return identity;
    }

    /**
     * The medium. The kernel takes a disk for a rotating one until it hears otherwise, and a
     * hypervisor's disk says nothing of what is behind it.
     */
    private String medium(boolean rotating, Map<String, String> identity) {
        if (!rotating) {
            return "flash";
        }
        String maker = identity.getOrDefault("vendor", "");
        String model = identity.getOrDefault("model", "");
        boolean virtual =
                PARAVIRTUAL.stream().anyMatch(name::startsWith)
                        || HYPERVISORS.stream()
                                .anyMatch(h -> maker.equals(h) || model.startsWith(h));
        return virtual ? "unknown" : "rotating";
    }

    private Optional<String> first(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> tree.text(path).map(DiskFiles::printable).stream())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The unit serial number, page 0x80 (SPC-4, 7.8.16): four bytes of header, then text. */
    private Optional<String> serialPage() {
        return tree.text(device + "/vpd_pg80")
                .map(DiskFiles::printable)
                .filter(serial -> !serial.isEmpty());
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().filter(c -> c >= ' ' && c < 0x7f).forEach(c -> out.append((char) c));
        return out.toString().strip();
    }

    private String transport(String real) {
        if (name.startsWith("nvme")) {
            return "nvme";
        }
        if (name.startsWith("vd")) {
            return "virtio";
        }
        if (name.startsWith("mmcblk")) {
            return "mmc";
        }
        if (real.contains("/usb")) {
            return "usb";
        }
        if (real.contains("/ata")) {
            return "sata";
        }
        return real.contains("/end_device-") ? "sas" : "scsi";
    }

    private Optional<SysRead.Text> state() {
        int namespace = name.startsWith("nvme") ? name.indexOf('n', 4) : -1;
        String path =
                namespace > 0
                        ? "/sys/class/nvme/" + name.substring(0, namespace) + "/state"
                        : device + "/state";
        return tree.read(path) instanceof SysRead.Text text ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> adapter(String real) {
        Matcher address = SCSI_ADDRESS.matcher(real);
        return address.matches()
                ? tree.text("/sys/class/scsi_host/host" + address.group(1) + "/proc_name")
                : Optional.empty();
    }

    /** hpsa and smartpqi say so themselves; megaraid_sas by the channel. */
    private boolean logical(String real, String adapter) {
        Optional<String> level = tree.text(device + "/raid_level");
        if (level.isPresent()) {
            return !level.get().startsWith("N/A");
        }
        Matcher address = SCSI_ADDRESS.matcher(real);
        return adapter.equals("megaraid_sas")
                && address.matches()
                && Integer.parseInt(address.group(2)) >= FIRST_MEGARAID_VOLUME_CHANNEL;
    }
}
