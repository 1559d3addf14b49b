package io.holdfast.agent.devices.linux.hwmon;

import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.observation.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The thermal zones of {@code /sys/class/thermal}, for machines whose chips have no driver. */
final class ThermalZones {

    static final String FOLDER = "/sys/class/thermal";

    private static final int MOST_TRIPS = 16;

    /** A zone, its temperature and the limits at which the kernel itself acts. */
    record Zone(String name, SysRead.Text input, double celsius, Limits limits) {}

    private ThermalZones() {}

    static List<Zone> read(SysTree tree) {
        List<Zone> zones = new ArrayList<>();
        for (String entry : tree.names(FOLDER)) {
            String folder = FOLDER + "/" + entry;
            OptionalLong thousandths = tree.number(folder + "/temp");
            if (entry.startsWith("thermal_zone")
                    && thousandths.isPresent()
                    && tree.read(folder + "/temp") instanceof SysRead.Text input) {
                String type = tree.text(folder + "/type").orElse("zone");
                double celsius = thousandths.getAsLong() / 1000.0;
                zones.add(new Zone(type + "@" + entry, input, celsius, limits(tree, folder)));
            }
        }
        return zones;
    }

    private static Limits limits(SysTree tree, String folder) {
        OptionalDouble hot = OptionalDouble.empty();
        OptionalDouble critical = OptionalDouble.empty();
        for (int trip = 0; trip < MOST_TRIPS; trip++) {
            String prefix = folder + "/trip_point_" + trip + "_";
            String type = tree.text(prefix + "type").orElse("");
            OptionalLong thousandths = tree.number(prefix + "temp");
            if (thousandths.isPresent() && thousandths.getAsLong() > 0) {
                OptionalDouble celsius = OptionalDouble.of(thousandths.getAsLong() / 1000.0);
                hot = type.equals("hot") ? celsius : hot;
                critical = type.equals("critical") ? celsius : critical;
            }
        }
        return Limits.high(hot, critical);
    }
}
