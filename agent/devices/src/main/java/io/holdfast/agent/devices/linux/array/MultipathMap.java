package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A device that several paths lead to, as multipathd sees it.
 *
 * @param name its name, such as {@code mpatha}
 * @param device the kernel's name, such as {@code dm-0}
 * @param paths the disks that are its paths
 */
public record MultipathMap(String name, String device, List<Path> paths) {

    /** The checker's words for a path that takes data, now or after a switch-over. */
    private static final Set<String> READY = Set.of("ready", "ghost");

    /**
     * One path.
     *
     * @param disk the kernel's name
     * @param kernel the device mapper's word, {@code active} or {@code failed}
     * @param checker the checker's word, such as {@code ready} or {@code faulty}
     */
    public record Path(String disk, String kernel, String checker) {

        /** Whether it takes data. */
        boolean works() {
            return kernel.equals("active") && (checker.isEmpty() || READY.contains(checker));
        }
    }

    public MultipathMap {
        paths = List.copyOf(paths);
    }

    /** The question. */
    public static Command ask() {
        return new Command(
                "multipathd", List.of("show", "maps", "json"), "maps", Duration.ofSeconds(10));
    }

    /** The maps of an answer; none where it is not understood. */
    public static List<MultipathMap> decode(String text) {
        return switch (JsonRead.of(text)) {
            case JsonRead.Bad bad -> List.of();
            case JsonRead.Good(Json json) ->
                    json.at("maps").items().stream().map(MultipathMap::map).toList();
        };
    }

    private static MultipathMap map(Json map) {
        List<Path> paths = new ArrayList<>();
        for (Json group : map.at("path_groups").items()) {
            for (Json path : group.at("paths").items()) {
                paths.add(
                        new Path(
                                path.at("dev").textOrEmpty(),
                                path.at("dm_st").textOrEmpty(),
                                path.at("chk_st").textOrEmpty()));
            }
        }
        return new MultipathMap(map.at("name").textOrEmpty(), map.at("sysfs").textOrEmpty(), paths);
    }
}
