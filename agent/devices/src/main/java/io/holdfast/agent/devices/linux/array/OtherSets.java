package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.disk.BlockDevices;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets of disks that are recognized and not read: LVM's RAID volumes and Btrfs over several
 * devices. Their disks are no lone disks, and the report says that nobody knows how they stand.
 */
public final class OtherSets {

    private static final String BTRFS = "/sys/fs/btrfs";

    /** The device mapper's name for a leg of an LVM RAID or mirror volume (lvmraid(7)). */
    private static final List<String> LVM_LEGS = List.of("_rimage_", "_mimage_");

    private OtherSets() {}

    /** Marks the disks of such sets and says what is not known. */
    public static void write(SysTree tree, StorageDraft draft) {
        Set<String> volumes = new TreeSet<>();
        for (String device : draft.blocks().slavesOf().keySet()) {
            String name = tree.text(BlockDevices.BLOCK + "/" + device + "/dm/name").orElse(device);
            for (String leg : LVM_LEGS) {
                if (name.contains(leg)) {
                    volumes.add(name.substring(0, name.indexOf(leg)));
                    draft.blocks().disksBelow(device).forEach(draft::cover);
                }
            }
        }
        if (!volumes.isEmpty()) {
            unseen("LVM RAID volumes " + String.join(", ", volumes), "lvs -a -o +devices", draft);
        }
        for (String id : tree.names(BTRFS)) {
            List<String> devices = tree.names(BTRFS + "/" + id + "/devices");
            if (devices.size() > 1) {
                devices.forEach(device -> draft.blocks().disksBelow(device).forEach(draft::cover));
                unseen("Btrfs " + id, "btrfs filesystem usage, btrfs device stats", draft);
            }
        }
    }

    private static void unseen(String what, String command, StorageDraft draft) {
        draft.unseen(
                new Unseen(
                        "redundancy of " + what,
                        new Silence(
                                Silence.Cause.NOT_UNDERSTOOD,
                                "recognized, but its state is not read",
                                "look yourself: " + command)));
    }
}
