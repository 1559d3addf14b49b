package io.holdfast.agent.devices.linux.hwmon;

import io.holdfast.agent.devices.linux.SysTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One chip of {@code /sys/class/hwmon}.
 *
 * @param folder its folder
 * @param driver the name that its driver gives it, such as {@code coretemp}
 * @param name its name here: the driver's, with the device where several chips share it
 * @param channels its channels with an input, in order
 */
public record Chip(String folder, String driver, String name, List<Sensor> channels) {

    static final String HWMON = "/sys/class/hwmon";

    /** Channels beyond these are not looked at. */
    private static final int MOST_CHANNELS = 256;

    private static final Pattern INPUT =
            Pattern.compile("((?:fan|temp|in|power|curr)\\d{1,4})_input");

    /** Power supplies that speak PMBus (kernel: drivers/hwmon/pmbus). */
    private static final Set<String> POWER_SUPPLIES =
            Set.of(
                    "acbel_fsg032",
                    "bel_pfe1100",
                    "bel_pfe3000",
                    "bpa_rs600",
                    "cffps1",
                    "cffps2",
                    "crps185",
                    "crps",
                    "dps920ab",
                    "dps800",
                    "fsp3y_ym2151e",
                    "fsp3y_yh5151e",
                    "ipsps1");

    private static final List<String> PERIPHERALS =
            List.of(
                    "nvme", "mlx", "bnxt", "ixgbe", "i350", "r8169", "iwlwifi", "amdgpu", "nouveau",
                    "radeon");

    public Chip {
        channels = List.copyOf(channels);
    }

    /** The chips that are there now, but for those that would have to wake a disk. */
    public static List<Chip> read(SysTree tree) {
        Map<String, Integer> counts = new HashMap<>();
        List<Chip> chips = new ArrayList<>();
        for (String entry : tree.names(HWMON)) {
            String folder = HWMON + "/" + entry;
            String driver = tree.text(folder + "/name").orElse(entry);
            // Reading a disk's temperature through drivetemp may spin it up or keep it awake; its
            // SMART log has the same number.
            if (!driver.equals("drivetemp")) {
                counts.merge(driver, 1, Integer::sum);
                chips.add(new Chip(folder, driver, driver, channels(tree, folder)));
            }
        }
        return chips.stream()
                .map(chip -> counts.getOrDefault(chip.driver(), 0) > 1 ? named(tree, chip) : chip)
                .toList();
    }

    private static Chip named(SysTree tree, Chip chip) {
        String entry = chip.folder().substring(chip.folder().lastIndexOf('/') + 1);
        String device = tree.linkName(chip.folder() + "/device").orElse(entry);
        return new Chip(
                chip.folder(), chip.driver(), chip.driver() + "@" + device, chip.channels());
    }

    private static List<Sensor> channels(SysTree tree, String folder) {
        return tree.names(folder).stream()
                .map(INPUT::matcher)
                .filter(Matcher::matches)
                .map(input -> new Sensor(tree, folder, input.group(1)))
                .sorted(
                        Comparator.comparingInt((Sensor sensor) -> sensor.channel().length())
                                .thenComparing(Sensor::channel))
                .limit(MOST_CHANNELS)
                .toList();
    }

    /** Its channels of one kind, such as {@code fan}. */
    public List<Sensor> channels(String kind) {
        return channels.stream().filter(sensor -> sensor.channel().matches(kind + "\\d+")).toList();
    }

    /** Whether it belongs to a disk or card: what it measures is not the machine's own heat. */
    boolean peripheral() {
        return PERIPHERALS.stream().anyMatch(driver::startsWith);
    }

    /** Whether it is a power supply. */
    public boolean powerSupply() {
        return POWER_SUPPLIES.contains(driver);
    }
}
