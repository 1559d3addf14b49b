package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.disk.BlockDevices;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes multipath maps into the draft: one path of each must work. */
public final class MultipathReport {

    private static final String SOURCE = "multipathd show maps json";

    private MultipathReport() {}

    /** Whether the kernel has any multipath map (dm's uuid begins with {@code mpath-}). */
    public static boolean any(SysTree tree) {
        return tree.names(BlockDevices.BLOCK).stream().anyMatch(name -> isMap(tree, name));
    }

    private static boolean isMap(SysTree tree, String name) {
        return name.startsWith("dm-")
                && tree.text(BlockDevices.BLOCK + "/" + name + "/dm/uuid")
                        .filter(uuid -> uuid.startsWith("mpath-"))
                        .isPresent();
    }

    /** The maps as the kernel alone shows them: paths without their state. */
    public static List<MultipathMap> ofKernel(SysTree tree) {
        List<MultipathMap> maps = new ArrayList<>();
        for (String device : tree.names(BlockDevices.BLOCK)) {
            if (isMap(tree, device)) {
                String folder = BlockDevices.BLOCK + "/" + device;
                List<MultipathMap.Path> paths =
                        tree.names(folder + "/slaves").stream()
                                .map(disk -> new MultipathMap.Path(disk, "active", ""))
                                .toList();
                String name = tree.text(folder + "/dm/name").orElse(device);
                maps.add(new MultipathMap(name, device, paths));
            }
        }
        return maps;
    }

    /**
     * Writes the maps.
     *
     * @param told whether multipathd told of the paths' states
     */
    public static void write(List<MultipathMap> maps, boolean told, StorageDraft draft) {
        maps.forEach(map -> write(map, told, draft));
    }

    private static void write(MultipathMap map, boolean told, StorageDraft draft) {
        ComponentId id = draft.id(Kind.ARRAY, map.name());
        List<ComponentId> members = new ArrayList<>();
        long working = 0;
        for (MultipathMap.Path path : map.paths()) {
            members.add(path(map, path, told, draft));
            working += path.works() ? 1 : 0;
        }
        int paths = map.paths().size();
        Health health =
                working == 0 ? Health.FAILED : working < paths ? Health.DEGRADED : Health.OK;
        Findings findings = new Findings();
        findings.add(
                health,
                new Evidence(
                        told ? SOURCE : BlockDevices.BLOCK + "/" + map.device() + "/slaves",
                        map.name(),
                        working + " of " + paths,
                        told ? "paths that work" : "paths; their state is not known"));
        draft.report(
                id,
                Map.of("level", "multipath"),
                findings,
                List.of(Reading.of("paths", (double) paths, Unit.COUNT)));
        draft.group(map.name(), Kind.DISK, members, 1, Optional.of(id), Optional.empty());
    }

    private static ComponentId path(
            MultipathMap map, MultipathMap.Path path, boolean told, StorageDraft draft) {
        draft.cover(path.disk());
        if (told) {
            draft.claim(
                    path.disk(),
                    path.works() ? Health.OK : Health.FAILED,
                    new Evidence(
                            SOURCE,
                            map.name() + " " + path.disk(),
                            (path.kernel() + " " + path.checker()).strip(),
                            path.works() ? "a path that works" : "a path that has failed"));
        }
        ComponentId id = draft.id(Kind.DISK, path.disk());
        if (draft.blocks().diskOf(path.disk()).isEmpty()) {
            draft.report(id, Map.of(), draft.claimsOn(path.disk()), List.of());
        }
        return id;
    }
}
