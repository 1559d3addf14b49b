package io.holdfast.core;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Short ways to say what tests of core speak of. */
public final class Things {

    public static final HostId HOST = new HostId("ber1", "r12", "db07");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Things() {}

    public static ComponentId psu(int number) {
        return HOST.component(Kind.PSU, "PS" + number);
    }

    public static ComponentId nic(String name) {
        return HOST.component(Kind.NIC, name);
    }

    public static RedundancyGroup group(String name, int needed, ComponentId... members) {
        return new RedundancyGroup(
                new GroupId(HOST, name),
                members[0].kind(),
                new TreeSet<>(Arrays.asList(members)),
                needed,
                Optional.empty(),
                Optional.empty());
    }

    public static RedundancyGroup carrying(RedundancyGroup group, ComponentId carried) {
        return new RedundancyGroup(
                group.id(),
                group.kind(),
                group.members(),
                group.needed(),
                Optional.of(carried),
                group.published());
    }

    public static Evidence evidence() {
        return Evidence.ofFile("/sys/some/file", "1", "says so");
    }

    public static Observation reported(ComponentId id, Health health, Reading... readings) {
        return reportedAt(NOON, id, health, readings);
    }

    public static Observation reportedAt(
            Instant at, ComponentId id, Health health, Reading... readings) {
        return new Observation.Reported(id, at, health, List.of(readings), List.of(evidence()));
    }

    public static Observation silent(ComponentId id) {
        return new Observation.Silent(id, NOON, Silence.of(Silence.Cause.TIMED_OUT, "no answer"));
    }

    public static Survey survey(
            String probe, boolean complete, List<RedundancyGroup> groups, Observation... seen) {
        return new Survey(
                probe,
                NOON,
                complete,
                Arrays.stream(seen).map(o -> Component.ofHost(o.component(), Map.of())).toList(),
                Arrays.asList(seen),
                groups,
                List.of());
    }
}
