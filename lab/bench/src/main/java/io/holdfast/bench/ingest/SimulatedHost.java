package io.holdfast.bench.ingest;

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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A host of forty components whose readings wander and whose parts fail and recover by chance.
 *
 * <p>It is the truth that the collector's report is held against. For one thread at a time.
 */
final class SimulatedHost {

    static final String PROBE = "simulated";

    private static final Map<Kind, Integer> PARTS = parts();
    private static final List<Health> HEALTHS = List.of(Health.values());

    private final HostId id;
    private final List<ComponentId> components = new ArrayList<>();
    private final List<RedundancyGroup> groups = new ArrayList<>();
    private final Health[] healths;
    private final double[] values;

    SimulatedHost(HostId id) {
        this.id = id;
        PARTS.forEach(this::add);
        healths = new Health[components.size()];
        Arrays.fill(healths, Health.OK);
        values = new double[components.size()];
        Arrays.fill(values, 100);
    }

    private static Map<Kind, Integer> parts() {
        Map<Kind, Integer> parts = new EnumMap<>(Kind.class);
        parts.put(Kind.HOST, 1);
        parts.put(Kind.PSU, 2);
        parts.put(Kind.FAN, 6);
        parts.put(Kind.TEMPERATURE, 8);
        parts.put(Kind.NIC, 4);
        parts.put(Kind.DISK, 12);
        parts.put(Kind.DIMM, 7);
        return parts;
    }

    private void add(Kind kind, int count) {
        TreeSet<ComponentId> members = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            members.add(id.component(kind, kind.word() + i));
        }
        components.addAll(members);
        if (count > 1 && kind != Kind.TEMPERATURE && kind != Kind.DIMM) {
            GroupId group = new GroupId(id, kind.word() + "s");
            groups.add(
                    new RedundancyGroup(
                            group, kind, members, count - 1, Optional.empty(), Optional.empty()));
        }
    }

    HostId id() {
        return id;
    }

    int size() {
        return components.size();
    }

    ComponentId component(int index) {
        return components.get(index);
    }

    Health health(int index) {
        return healths[index];
    }

    /** Lets a reading wander by more than any deadband. */
    Change wander(int index, RandomGenerator random, Instant now) {
        values[index] = 100 + 50 * random.nextDouble();
        return new Change.Observed(observation(index, now));
    }

    /** Lets a part take another health. */
    Change change(int index, RandomGenerator random, Instant now) {
        int step = 1 + random.nextInt(HEALTHS.size() - 1);
        int next = (HEALTHS.indexOf(healths[index]) + step) % HEALTHS.size();
        healths[index] = HEALTHS.get(next);
        return new Change.Observed(observation(index, now));
    }

    /** Everything, as a digest tells it. */
    List<Change> everything(Instant now) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            Map<String, String> facts =
                    Map.of("vendor", "Simulated", "serial", id.host() + "-" + i);
            changes.add(new Change.Seen(Component.ofHost(components.get(i), facts), PROBE));
            changes.add(new Change.Observed(observation(i, now)));
        }
        groups.forEach(group -> changes.add(new Change.Grouped(group, PROBE)));
        changes.add(new Change.Looked(PROBE, now, true));
        return changes;
    }

    private Observation observation(int index, Instant now) {
        Reading reading = Reading.of("value", values[index], Unit.COUNT);
        Health health = healths[index];
        List<Evidence> evidence =
                health == Health.OK
                        ? List.of()
                        : List.of(Evidence.ofFile("/sys/simulated", health.name(), "made up"));
        return new Observation.Reported(
                components.get(index), now, health, List.of(reading), evidence);
    }
}
