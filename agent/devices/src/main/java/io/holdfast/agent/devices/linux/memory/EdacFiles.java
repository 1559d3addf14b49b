package io.holdfast.agent.devices.linux.memory;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.memory.MemoryModule.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads memory modules from {@code /sys/devices/system/edac/mc}. */
final class EdacFiles {

    static final String CONTROLLERS = "/sys/devices/system/edac/mc/";

    private static final Predicate<String> CONTROLLER =
            Pattern.compile("mc\\d{1,4}").asMatchPredicate();
    private static final Predicate<String> MODULE =
            Pattern.compile("(dimm|rank)\\d{1,4}").asMatchPredicate();
    private static final Predicate<String> ROW =
            Pattern.compile("csrow\\d{1,4}").asMatchPredicate();
    private static final long BYTES_A_MEGABYTE = 1024L * 1024;

    private final SysTree tree;

    EdacFiles(SysTree tree) {
        this.tree = tree;
    }

    List<String> controllers() {
        return tree.names(CONTROLLERS).stream().filter(CONTROLLER).toList();
    }

    /** The modules of a controller; its rows where the kernel counts only by row. */
    List<MemoryModule> modules(String controller) {
        List<MemoryModule> modules = new ArrayList<>();
        List<String> names = tree.names(CONTROLLERS + controller);
        for (String name : names.stream().filter(MODULE).toList()) {
            String folder = CONTROLLERS + controller + "/" + name;
            if (tree.exists(folder + "/dimm_ce_count")) {
                modules.add(module(folder, "dimm_label", "dimm_ce_count", "dimm_ue_count", "size"));
            }
        }
        if (modules.isEmpty()) {
            names.stream()
                    .filter(ROW)
                    .map(name -> CONTROLLERS + controller + "/" + name)
                    .map(row -> module(row, "ch0_dimm_label", "ce_count", "ue_count", "size_mb"))
                    .forEach(modules::add);
        }
        return modules;
    }

    /** The errors of a controller for which it could name no module. */
    MemoryModule unplaced(String controller) {
        return module(
                CONTROLLERS + controller, "mc_name", "ce_noinfo_count", "ue_noinfo_count", "");
    }

    private MemoryModule module(
            String folder, String label, String corrected, String uncorrected, String megabytes) {
        SortedMap<String, String> identity = new TreeMap<>();
        tree.text(folder + "/dimm_mem_type")
                .or(() -> tree.text(folder + "/mem_type"))
                .ifPresent(type -> identity.put("model", type));
        tree.text(folder + "/dimm_location").ifPresent(where -> identity.put("location", where));
        tree.number(folder + "/" + megabytes)
                .ifPresent(
                        size ->
                                identity.put(
                                        "capacity-bytes", String.valueOf(size * BYTES_A_MEGABYTE)));
        return new MemoryModule(
                folder,
                tree.text(folder + "/" + label).map(String::strip).orElse(""),
                counter(folder + "/" + corrected),
                counter(folder + "/" + uncorrected),
                identity);
    }

    private Counter counter(String file) {
        return new Counter(file, tree.number(file));
    }
}
