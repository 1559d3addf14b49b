package io.holdfast.agent.devices.linux.disk;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.observation.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The block devices of this machine: disks, and what is built upon them.
 *
 * @param disks the disks by name, physical ones and the volumes of RAID controllers
 * @param ownerOf the disk of each partition
 * @param slavesOf what each stacked device ({@code md}, {@code dm}) is built of
 */
public record BlockDevices(
        SortedMap<String, BlockDisk> disks,
        Map<String, String> ownerOf,
        Map<String, List<String>> slavesOf) {

    /** The folder that lists whole devices. */
    public static final String BLOCK = "/sys/block";

    /** Stacks are not followed deeper. */
    private static final int MOST_DEPTH = 8;

    private static final List<String> NO_DISKS =
            List.of("loop", "zram", "ram", "sr", "fd", "nbd", "zd", "drbd", "rbd", "bcache");

    private static final List<String> STACKED = List.of("dm-", "md");

    public BlockDevices {
        disks = Collections.unmodifiableSortedMap(new TreeMap<>(disks));
        ownerOf = Map.copyOf(ownerOf);
        slavesOf = Map.copyOf(slavesOf);
    }

    /** Reads what is there now. */
    public static BlockDevices read(SysTree tree) {
        Map<String, Evidence> used = DiskUse.read(tree);
        SortedMap<String, BlockDisk> disks = new TreeMap<>();
        Map<String, String> ownerOf = new HashMap<>();
        Map<String, List<String>> slavesOf = new HashMap<>();
        for (String name : tree.names(BLOCK)) {
            if (startsWithOne(name, STACKED)) {
                slavesOf.put(name, tree.names(BLOCK + "/" + name + "/slaves"));
            } else if (isDisk(tree, name)) {
                BlockDisk disk = DiskFiles.read(tree, name, used);
                disks.put(name, disk);
                disk.partitions().forEach(partition -> ownerOf.put(partition, name));
            }
        }
        return new BlockDevices(disks, ownerOf, slavesOf);
    }

    private static boolean isDisk(SysTree tree, String name) {
        String folder = BLOCK + "/" + name;
        boolean virtual =
                tree.realPath(folder).filter(path -> path.contains("/virtual/")).isPresent()
                        && !name.startsWith("nvme");
        boolean hidden = tree.number(folder + "/hidden").orElse(0) == 1;
        boolean empty = tree.number(folder + "/size").orElse(0) <= 0;
        return !startsWithOne(name, NO_DISKS) && !virtual && !hidden && !empty;
    }

    private static boolean startsWithOne(String name, Collection<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    /** The disk that a device is, or is a partition of. */
    public Optional<BlockDisk> diskOf(String device) {
        return Optional.ofNullable(disks.get(ownerOf.getOrDefault(device, device)));
    }

    /** All the disks below a device, through partitions and stacks. */
    public Set<String> disksBelow(String device) {
        Set<String> below = new TreeSet<>();
        List<String> level = List.of(device);
        for (int depth = 0; depth < MOST_DEPTH && !level.isEmpty(); depth++) {
            List<String> next = new ArrayList<>();
            for (String name : level) {
                diskOf(name).map(BlockDisk::name).ifPresent(below::add);
                next.addAll(slavesOf.getOrDefault(name, List.of()));
            }
            level = next;
        }
        return below;
    }
}
