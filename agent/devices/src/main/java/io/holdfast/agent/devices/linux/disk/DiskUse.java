package io.holdfast.agent.devices.linux.disk;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.observation.Evidence;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Which block devices carry a mounted file system or swap, by the kernel's name. */
final class DiskUse {

    static final String MOUNTS = "/proc/self/mounts";
    static final String SWAPS = "/proc/swaps";

    private static final int MOST_LINES = 20_000;
    private static final String DEV = "/dev/";

    private DiskUse() {}

    static Map<String, Evidence> read(SysTree tree) {
        Map<String, Evidence> used = new HashMap<>();
        parse(tree.text(SWAPS).orElse(""), SWAPS, "swap", used);
        parse(tree.text(MOUNTS).orElse(""), MOUNTS, "a file system", used);
        return used;
    }

    /** Both files begin each line with the device. */
    static void parse(String text, String file, String what, Map<String, Evidence> used) {
        try (Stream<String> lines = text.lines()) {
            lines.limit(MOST_LINES)
                    .filter(line -> line.startsWith(DEV))
                    .map(line -> line.split("\\s+"))
                    .forEach(
                            fields -> {
                                String device = fields[0];
                                String name = device.substring(device.lastIndexOf('/') + 1);
                                String where = fields.length > 1 ? fields[1] : "";
                                used.put(
                                        name, new Evidence(file, device, where, "carries " + what));
                            });
        }
    }
}
