package io.holdfast.collector.api.fake;

import io.holdfast.collector.view.AcceptanceView;
import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.UnseenView;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.state.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Hosts for tests: two power supplies, the second of which was pulled, and a fan. */
public final class Hosts {

    public static final HostId DB07 = new HostId("ber1", "r12", "db07");
    public static final ComponentId PS1 = DB07.component(Kind.PSU, "1");
    public static final ComponentId PS2 = DB07.component(Kind.PSU, "2");
    public static final GroupId POWER = new GroupId(DB07, "power");
    public static final Instant AT = Instant.parse("2026-03-01T11:59:00Z");

    private static final Evidence EVIDENCE =
            new Evidence("/sys/class/hwmon", "ps2", "", "no longer listed");

    private Hosts() {}

    /** The host whose second power supply was pulled. */
    public static HostView pulled() {
        return host(id -> id.equals(PS2) ? Standing.ABSENT : Standing.WORKING);
    }

    /** The same host with a group of which nothing is known. */
    public static HostView unknown() {
        return host(id -> Standing.UNKNOWN);
    }

    private static HostView host(Function<ComponentId, Standing> standings) {
        ComponentId fan = DB07.component(Kind.FAN, "CPU 0");
        Observation turning =
                new Observation.Reported(
                        fan,
                        AT,
                        Health.OK,
                        List.of(Reading.of("speed", 4200, Unit.RPM)),
                        List.of());
        Observation working = new Observation.Reported(PS1, AT, Health.OK, List.of(), List.of());
        Observation gone = new Observation.Absent(PS2, AT, EVIDENCE);
        RedundancyGroup power =
                new RedundancyGroup(
                        POWER,
                        Kind.PSU,
                        new TreeSet<>(List.of(PS1, PS2)),
                        1,
                        Optional.empty(),
                        Optional.empty());
        return new HostView(
                DB07,
                agent(true),
                Optional.of(new AcceptanceView(AT, "first sight")),
                List.of(part(working), part(gone), part(turning)),
                List.of(Assess.assess(power, standings)),
                List.of(),
                List.of(
                        new UnseenView(
                                "smart",
                                new Unseen(
                                        "disks",
                                        new Silence(
                                                Silence.Cause.NOT_INSTALLED,
                                                "no smartctl",
                                                "apt install smartmontools")))),
                List.of(new Difference.Missing(PS2)),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty());
    }

    /** Its agent. */
    public static AgentView agent(boolean connected) {
        return new AgentView(
                DB07,
                connected,
                !connected,
                Optional.of(AT),
                Optional.of(AT),
                "0.1.0",
                new Position(3, 17),
                new Position(3, 18),
                0,
                1,
                Optional.of(Duration.ofMillis(-12)),
                Duration.ofMillis(5),
                70_000_000,
                Duration.ofMillis(1234),
                Optional.empty(),
                Optional.empty());
    }

    private static ComponentView part(Observation observation) {
        return new ComponentView(
                Component.ofHost(observation.component(), Map.of("vendor", "Acme")),
                "linux.hwmon",
                observation,
                Standing.of(observation),
                Optional.of(AT),
                true);
    }
}
