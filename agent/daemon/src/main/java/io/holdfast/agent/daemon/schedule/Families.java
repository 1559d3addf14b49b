package io.holdfast.agent.daemon.schedule;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.check.CheckProbe;
import io.holdfast.config.agent.AgentSettings;
import io.holdfast.config.agent.ProbeFamily;
import io.holdfast.config.agent.ProbeSettings;
import java.util.Map;
import java.util.Optional;

/** Which family of the configuration a probe belongs to, and so at what pace it looks. */
public final class Families {

    private static final Map<String, ProbeFamily> BY_PART =
            Map.of(
                    "net", ProbeFamily.NET,
                    "storage", ProbeFamily.STORAGE,
                    "smart", ProbeFamily.SMART,
                    "hwmon", ProbeFamily.HWMON,
                    "power", ProbeFamily.POWER,
                    "memory", ProbeFamily.EDAC,
                    "pci", ProbeFamily.PCI,
                    "host", ProbeFamily.HOST,
                    "bmc", ProbeFamily.BMC);

    private Families() {}

    /** The pace of a probe, or empty where the configuration switches it off. */
    public static Optional<Pace> pace(ScheduledProbe scheduled, AgentSettings settings) {
        String name = scheduled.probe().name();
        ProbeFamily family = BY_PART.get(name.substring(name.indexOf('.') + 1));
        if (family == null || name.startsWith(CheckProbe.FAMILY)) {
            return Optional.of(new Pace(scheduled.interval(), scheduled.deadline()));
        }
        ProbeSettings paced = settings.probe(family);
        return paced.enabled()
                ? Optional.of(new Pace(paced.every(), paced.deadline()))
                : Optional.empty();
    }
}
