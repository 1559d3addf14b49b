package io.holdfast.wire.api.report;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.inventory.Needs;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.HostState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A host for tests, told piece by piece. */
final class Rack {

    static final HostId HOST = new HostId("ber1", "r12", "db07");
    static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    static final Evidence EVIDENCE = new Evidence("/sys/x", "state", "bad", "it is bad");
    static final String PROBE = "test";

    private final HostState state = new HostState();
    private Pinned pinned = Pinned.NOTHING;

    Rack reports(Kind kind, String name, Health health) {
        ComponentId id = HOST.component(kind, name);
        state.apply(new Change.Seen(Component.ofHost(id, Map.of()), PROBE));
        state.apply(
                new Change.Observed(
                        new Observation.Reported(id, AT, health, List.of(), List.of(EVIDENCE))));
        return this;
    }

    Rack absent(Kind kind, String name) {
        ComponentId id = HOST.component(kind, name);
        state.apply(new Change.Observed(new Observation.Absent(id, AT, EVIDENCE)));
        return this;
    }

    Rack silent(Kind kind, String name) {
        ComponentId id = HOST.component(kind, name);
        state.apply(new Change.Seen(Component.ofHost(id, Map.of()), PROBE));
        Silence silence =
                new Silence(Silence.Cause.NOT_PERMITTED, "may not open it", "run as root");
        state.apply(new Change.Observed(new Observation.Silent(id, AT, silence)));
        return this;
    }

    Rack group(String name, int needed, Kind kind, String... members) {
        return group(name, needed, Optional.empty(), kind, members);
    }

    Rack group(String name, int needed, Optional<Redundancy> claim, Kind kind, String... members) {
        state.apply(
                new Change.Grouped(
                        new RedundancyGroup(
                                new GroupId(HOST, name),
                                kind,
                                Arrays.stream(members)
                                        .map(member -> HOST.component(kind, member))
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                needed,
                                Optional.empty(),
                                claim.map(state -> new Published(state, EVIDENCE))),
                        PROBE));
        return this;
    }

    Rack looked() {
        state.apply(new Change.Looked(PROBE, AT, true));
        return this;
    }

    /** Accepts everything as it is so far. */
    Rack accepted() {
        pinned = Pinned.of(state);
        return this;
    }

    HostState state() {
        return state;
    }

    HostFindings findings() {
        return Evaluation.of(HOST, state, pinned, Needs.UNSAID, AT);
    }
}
