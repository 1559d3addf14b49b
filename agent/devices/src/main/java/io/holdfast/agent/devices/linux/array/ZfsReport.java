package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.disk.BlockDisk;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes ZFS pools into the draft: each pool, and a group for each vdev that it rests on. */
public final class ZfsReport {

    private static final String SOURCE = "zpool status -p -P";
    private static final String NO_ERRORS = "No known data errors";
    private static final Set<String> GONE = Set.of("UNAVAIL", "REMOVED");

    private final SysTree tree;
    private final StorageDraft draft;

    private ZfsReport(SysTree tree, StorageDraft draft) {
        this.tree = tree;
        this.draft = draft;
    }

    /** Writes the pools. */
    public static void write(List<Pool> pools, SysTree tree, StorageDraft draft) {
        ZfsReport report = new ZfsReport(tree, draft);
        pools.forEach(report::pool);
    }

    private void pool(Pool pool) {
        ComponentId id = draft.id(Kind.ARRAY, pool.name());
        Findings findings = new Findings();
        findings.add(
                health(pool.state()),
                new Evidence(SOURCE, pool.name() + " state", pool.state(), "the pool's state"));
        if (!pool.errors().isEmpty() && !pool.errors().equals(NO_ERRORS)) {
            findings.add(
                    Health.DEGRADED,
                    new Evidence(SOURCE, pool.name() + " errors", pool.errors(), "data is lost"));
        }
        long spares = pool.spares().stream().filter(s -> s.state().equals("AVAIL")).count();
        draft.report(
                id,
                Map.of("level", "zfs"),
                findings,
                List.of(Reading.of("hot_spares", (double) spares, Unit.COUNT)));
        pool.spares().forEach(spare -> diskOf(spare).ifPresent(draft::cover));
        pool.vdevs().forEach(vdev -> vdev(pool, vdev, id));
    }

    private static Health health(String state) {
        return switch (state) {
            case "ONLINE" -> Health.OK;
            case "DEGRADED" -> Health.DEGRADED;
            default -> Health.FAILED;
        };
    }

    private void vdev(Pool pool, PoolNode vdev, ComponentId id) {
        List<PoolNode> places = vdev.leaf() ? List.of(vdev) : vdev.children();
        List<ComponentId> members = new ArrayList<>();
        for (PoolNode place : places) {
            members.add(member(pool, place));
        }
        String name = vdev.leaf() ? shortName(vdev.name()) : vdev.name();
        draft.group(
                pool.name() + "/" + name,
                Kind.DISK,
                members,
                Math.max(1, places.size() - (vdev.leaf() ? 0 : vdev.tolerated())),
                Optional.of(id),
                Optional.empty());
    }

    /** Who stands for a place: its device, or the best of those that replace one another there. */
    private ComponentId member(Pool pool, PoolNode place) {
        place.children().forEach(child -> claim(pool, child));
        PoolNode device =
                place.leaf()
                        ? place
                        : place.children().stream()
                                .filter(PoolNode::leaf)
                                .max(Comparator.comparing(PoolNode::works))
                                .orElse(place);
        claim(pool, device);
        Optional<String> disk = diskOf(device);
        if (disk.isPresent() && (device.works() || broken(device))) {
            return draft.id(Kind.DISK, disk.get());
        }
        return standIn(pool, device);
    }

    private static boolean broken(PoolNode device) {
        return device.state().equals("FAULTED") || device.state().equals("OFFLINE");
    }

    /** Says of a disk what the pool says of it. */
    private void claim(Pool pool, PoolNode device) {
        Optional<String> disk = device.leaf() ? diskOf(device) : Optional.empty();
        if (disk.isEmpty()) {
            return;
        }
        draft.cover(disk.get());
        String key = pool.name() + " " + device.name();
        if (broken(device)) {
            draft.claim(
                    disk.get(),
                    Health.FAILED,
                    new Evidence(SOURCE, key, device.state(), "the pool does without it"));
        } else if (device.errors() > 0 || device.state().equals("DEGRADED")) {
            draft.claim(
                    disk.get(),
                    Health.DEGRADED,
                    new Evidence(
                            SOURCE,
                            key,
                            device.errors() + " errors",
                            "errors of reading, writing or checksums"));
        } else if (device.works()) {
            draft.claim(
                    disk.get(),
                    Health.OK,
                    new Evidence(SOURCE, key, device.state(), "in step in " + pool.name()));
        }
    }

    /** A place whose device is gone or is being filled. */
    private ComponentId standIn(Pool pool, PoolNode device) {
        ComponentId id = draft.id(Kind.DISK, pool.name() + "-" + shortName(device.name()));
        Evidence evidence =
                new Evidence(
                        SOURCE,
                        pool.name() + " " + device.name(),
                        (device.state() + " " + device.note()).strip(),
                        device.works() ? "a member that is no disk" : "carries no valid data");
        if (GONE.contains(device.state())) {
            draft.add(id, Map.of(), new Observation.Absent(id, draft.at(), evidence));
        } else {
            Findings findings = new Findings();
            findings.add(device.works() ? Health.OK : Health.FAILED, evidence);
            draft.report(id, Map.of(), findings, List.of());
        }
        return id;
    }

    private Optional<String> diskOf(PoolNode device) {
        String real = tree.realPath(device.name()).orElse(device.name());
        return draft.blocks().diskOf(shortName(real)).map(BlockDisk::name);
    }

    private static String shortName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
