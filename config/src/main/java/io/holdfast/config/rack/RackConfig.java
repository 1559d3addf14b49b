package io.holdfast.config.rack;

import io.holdfast.config.value.Durations;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.component.HostId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reader of the parts {@code credentials}, {@code racks} and {@code polling}. */
public final class RackConfig {

    private static final String RACKS = "racks";

    private static final HostId NAMELESS = new HostId("-", "-", "-");

    private final Section collector;
    private final SortedMap<HostId, DeviceSettings> devices = new TreeMap<>();

    private RackConfig(Section collector) {
        this.collector = collector;
    }

    /** Reads them from a collector's part of its file. */
    public static RackSettings read(Section collector) {
        return new RackConfig(collector).read();
    }

    private RackSettings read() {
        SortedMap<String, CredentialSettings> credentials =
                collector
                        .section("credentials")
                        .sections(entry -> new CredentialConfig(entry).read());
        Section racks = collector.section(RACKS);
        racks.sections((name, rack) -> rack(racks, name, rack, credentials));
        if (devices.size() > RackSettings.MOST_DEVICES) {
            collector.problem(
                    RACKS,
                    "expected at most %s devices, found %s"
                            .formatted(RackSettings.MOST_DEVICES, devices.size()));
        }
        var steadyAfter =
                collector
                        .section("polling")
                        .value(
                                "steady-after",
                                Durations.within("1s", "10m"),
                                RackSettings.STEADY_AFTER);
        return new RackSettings(devices, credentials, steadyAfter);
    }

    private Optional<Boolean> rack(
            Section racks,
            String name,
            Section rack,
            SortedMap<String, CredentialSettings> credentials) {
        AgentChoice agents =
                rack.optionalSection("agents")
                        .map(AgentChoiceConfig::read)
                        .orElse(AgentChoice.OF_THE_RACK);
        String[] parts = name.split("/", -1);
        if (parts.length != 2) {
            racks.problem(name, "expected a rack as site/rack");
        }
        rack.section("devices")
                .sections(
                        (called, device) -> {
                            Optional<HostId> id = id(racks, name, parts, called);
                            // A device without a name of its own still tells its other mistakes.
                            new DeviceConfig(id.orElse(NAMELESS), device, agents, credentials)
                                    .read()
                                    .filter(settings -> id.isPresent())
                                    .ifPresent(s -> devices.put(s.device(), s));
                            return Optional.of(true);
                        });
        return Optional.of(true);
    }

    private static Optional<HostId> id(Section racks, String name, String[] parts, String called) {
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HostId(parts[0], parts[1], called));
        } catch (IllegalArgumentException e) {
            racks.problem(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
