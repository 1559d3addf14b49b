package io.holdfast.agent.devices.host;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How busy the machine is, from {@code /proc/loadavg}, {@code meminfo} and {@code uptime}. */
final class LoadFiles {

    private static final Map<String, String> MEMORY =
            Map.of(
                    "MemTotal", "memory_total",
                    "MemAvailable", "memory_available",
                    "SwapTotal", "swap_total",
                    "SwapFree", "swap_free");

    private static final long KIB = 1024;

    private LoadFiles() {}

    static List<Reading> read(SysTree tree) {
        List<Reading> readings = new ArrayList<>();
        String[] load = tree.text("/proc/loadavg").orElse("").split(" +");
        String[] names = {"load_1m", "load_5m", "load_15m"};
        for (int i = 0; i < names.length && i < load.length; i++) {
            add(readings, names[i], load[i], 1, Unit.COUNT);
        }
        tree.text("/proc/meminfo").orElse("").lines().forEach(line -> memory(line, readings));
        String uptime = tree.text("/proc/uptime").orElse("").split(" +")[0];
        add(readings, "uptime", uptime, 1, Unit.SECONDS);
        return readings;
    }

    private static void memory(String line, List<Reading> readings) {
        int colon = line.indexOf(':');
        Optional<String> name =
                Optional.ofNullable(MEMORY.get(colon < 0 ? line : line.substring(0, colon)));
        name.ifPresent(
                n -> {
                    String amount = line.substring(colon + 1).replace("kB", "").strip();
                    add(readings, n, amount, KIB, Unit.BYTES);
                });
    }

    private static void add(
            List<Reading> readings, String name, String text, long scale, Unit unit) {
        try {
            double value = Double.parseDouble(text) * scale;
            if (Double.isFinite(value) && readings.size() < 64) {
                readings.add(Reading.of(name, value, unit));
            }
        } catch (NumberFormatException e) {
            // A kernel that says it in other words: the reading is left out.
        }
    }
}
