package io.holdfast.agent.devices.linux.power;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The supplies of {@code /sys/class/power_supply} (kernel:
 * Documentation/ABI/testing/sysfs-class-power).
 */
final class SupplyFiles {

    static final String FOLDER = "/sys/class/power_supply";

    /** More than this is no machine's number of supplies. */
    private static final int MOST = 64;

    private static final Set<String> BATTERY_DEAD = Set.of("Dead", "Unspecified failure");

    private final SysTree tree;
    private final HostId host;
    private final Instant at;

    private SupplyFiles(SysTree tree, HostId host, Instant at) {
        this.tree = tree;
        this.host = host;
        this.at = at;
    }

    static List<Source> read(SysTree tree, HostId host, Instant at) {
        SupplyFiles files = new SupplyFiles(tree, host, at);
        return tree.names(FOLDER).stream()
                .limit(MOST)
                .flatMap(name -> files.source(name).stream())
                .toList();
    }

    private Optional<Source> source(String name) {
        String folder = FOLDER + "/" + name;
        // The battery of a mouse carries no machine.
        if (tree.text(folder + "/scope").orElse("System").equals("Device")) {
            return Optional.empty();
        }
        return switch (tree.text(folder + "/type").orElse("")) {
            case "Mains" -> Optional.of(mains(name, folder));
            case "Battery" -> Optional.of(battery(Kind.BATTERY, name, folder));
            case "UPS" -> Optional.of(battery(Kind.UPS, name, folder));
            default -> Optional.empty();
        };
    }

    private Source mains(String name, String folder) {
        ComponentId id = host.component(Kind.PSU, name);
        if (tree.read(folder + "/online") instanceof SysRead.Text online) {
            boolean fed = !online.text().strip().equals("0");
            Findings findings = new Findings();
            findings.add(
                    fed ? Health.OK : Health.FAILED,
                    online.evidence(fed ? "the mains feed it" : "no mains at its inlet"));
            return new Source(component(id, folder), findings.reported(id, at, List.of()));
        }
        return new Source(component(id, folder), silent(id, folder + "/online"));
    }

    private Source battery(Kind kind, String name, String folder) {
        ComponentId id = host.component(kind, name);
        if (tree.read(folder + "/present") instanceof SysRead.Text present
                && present.text().strip().equals("0")) {
            Evidence gone = present.evidence("no battery in its bay");
            return new Source(component(id, folder), new Observation.Absent(id, at, gone));
        }
        if (!(tree.read(folder + "/status") instanceof SysRead.Text status)) {
            return new Source(component(id, folder), silent(id, folder + "/status"));
        }
        Findings findings = new Findings();
        findings.add(Health.OK, status.evidence("the battery answers"));
        if (tree.read(folder + "/health") instanceof SysRead.Text health) {
            judge(health, findings);
        }
        if (tree.read(folder + "/capacity_level") instanceof SysRead.Text level
                && level.text().strip().equals("Critical")) {
            findings.add(Health.DEGRADED, level.evidence("almost empty"));
        }
        List<Reading> readings = new ArrayList<>();
        OptionalLong capacity = tree.number(folder + "/capacity");
        if (capacity.isPresent()) {
            readings.add(Reading.of("charge", (double) capacity.getAsLong(), Unit.PERCENT));
        }
        return new Source(component(id, folder), findings.reported(id, at, readings));
    }

    private static void judge(SysRead.Text health, Findings findings) {
        String word = health.text().strip();
        if (BATTERY_DEAD.contains(word)) {
            findings.add(Health.FAILED, health.evidence("the battery is dead"));
        } else if (!word.equals("Good") && !word.equals("Unknown")) {
            findings.add(Health.DEGRADED, health.evidence("the battery complains"));
        }
    }

    private Observation silent(ComponentId id, String file) {
        SysRead read = tree.read(file);
        return read instanceof SysRead.Text
                ? new Observation.Silent(
                        id, at, new SysRead.Failed(file, "changed while it was read").silence())
                : new Observation.Silent(id, at, read.silence());
    }

    private Component component(ComponentId id, String folder) {
        Map<String, String> identity = new TreeMap<>();
        tree.text(folder + "/manufacturer").ifPresent(text -> identity.put("vendor", text));
        tree.text(folder + "/model_name").ifPresent(text -> identity.put("model", text));
        tree.text(folder + "/serial_number").ifPresent(text -> identity.put("serial", text));
        return Component.ofHost(id, identity);
    }
}
