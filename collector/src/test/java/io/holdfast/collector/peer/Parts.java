package io.holdfast.collector.peer;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The parts of a host that tests speak of: power supplies, one of which is enough. */
public final class Parts {

    public static final String PROBE = "test.power";

    private Parts() {}

    public static ComponentId psu(HostId host, int number) {
        return host.component(Kind.PSU, "PS" + number);
    }

    public static GroupId power(HostId host) {
        return new GroupId(host, "power");
    }

    /** Everything that a first look at {@code count} good power supplies brings. */
    public static List<Change> firstLook(HostId host, int count, Instant at) {
        List<Change> changes = new ArrayList<>();
        TreeSet<ComponentId> members = new TreeSet<>();
        for (int i = 1; i <= count; i++) {
            ComponentId id = psu(host, i);
            members.add(id);
            changes.add(new Change.Seen(Component.ofHost(id, Map.of("serial", "S" + i)), PROBE));
            changes.add(reported(id, Health.OK, 100, at));
        }
        changes.add(
                new Change.Grouped(
                        new RedundancyGroup(
                                power(host),
                                Kind.PSU,
                                members,
                                1,
                                Optional.of(host.self()),
                                Optional.empty()),
                        PROBE));
        changes.add(new Change.Looked(PROBE, at, true));
        return changes;
    }

    public static Change reported(ComponentId id, Health health, double watts, Instant at) {
        return new Change.Observed(
                new Observation.Reported(
                        id,
                        at,
                        health,
                        List.of(Reading.of("input", watts, Unit.WATT)),
                        List.of(new Evidence("/sys/test", id.local(), health.name(), "as said"))));
    }
}
