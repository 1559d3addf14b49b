package io.holdfast.agent.devices.linux.disk;

import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.core.observation.Evidence;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One disk of {@code /sys/block}.
 *
 * @param name the kernel's name, such as {@code sda} or {@code nvme0n1}
 * @param identity model, serial, firmware, capacity, transport, as component attributes
 * @param state the file that tells its state, where its driver has one
 * @param partitions the kernel's names of its partitions
 * @param holders devices built upon it or its partitions, such as {@code md0} or {@code dm-1}
 * @param use what it is used for, in evidence; empty where nothing is
 * @param adapter the driver of the SCSI host that it hangs on, such as {@code megaraid_sas}
 * @param logical whether it is a volume of a RAID controller that hides the disks behind it
 */
public record BlockDisk(
        String name,
        SortedMap<String, String> identity,
        Optional<SysRead.Text> state,
        List<String> partitions,
        List<String> holders,
        Optional<Evidence> use,
        Optional<String> adapter,
        boolean logical) {

    public BlockDisk {
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
        partitions = List.copyOf(partitions);
        holders = List.copyOf(holders);
    }

    /** The device file to address it by; NVMe answers for the whole controller. */
    public String device() {
        int namespace = name.startsWith("nvme") ? name.indexOf('n', 4) : -1;
        return "/dev/" + (namespace > 0 ? name.substring(0, namespace) : name);
    }

    /** Its serial number, where the kernel knows it. */
    public Optional<String> serial() {
        return Optional.ofNullable(identity.get("serial"));
    }
}
