package io.holdfast.collector.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.EventKind;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.peer.Parts;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EventTextTest {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    static Stream<Event> everyKind() {
        GroupStanding full = new GroupStanding(Redundancy.FULL, 1, 1, 2, new TreeMap<>());
        GroupStanding none =
                new GroupStanding(
                        Redundancy.NONE,
                        0,
                        1,
                        2,
                        new TreeMap<>(
                                Map.of(
                                        Parts.psu(HOST, 1),
                                        Standing.FAILED,
                                        HOST.component(Kind.DISK, "a b:c|d"),
                                        Standing.WEAK)));
        return Stream.of(
                new Event.ComponentChanged(
                        HOST.component(Kind.DISK, "tray 1/2: left"),
                        AT,
                        Optional.of(Standing.WORKING),
                        Standing.FAILED,
                        "",
                        List.of(
                                new Evidence("/sys/a", "", "1", "on"),
                                new Evidence("smartctl -j", "k", "", ""))),
                new Event.ComponentChanged(
                        Parts.psu(HOST, 1),
                        AT,
                        Optional.empty(),
                        Standing.UNKNOWN,
                        "not permitted",
                        List.of()),
                new Event.RedundancyChanged(
                        Parts.power(HOST), AT, Optional.of(full), Optional.of(none)),
                new Event.RedundancyChanged(
                        Parts.power(HOST), AT, Optional.empty(), Optional.of(full)),
                new Event.RedundancyChanged(
                        Parts.power(HOST), AT, Optional.of(none), Optional.empty()),
                new Event.AgentConnected(HOST, AT, "0.1.0", 7),
                new Event.AgentSilent(HOST, AT, AT.minusSeconds(9)),
                new Event.AgentHeard(HOST, AT, Duration.ofSeconds(61)),
                new Event.DetailDropped(HOST, AT, 12),
                new Event.StateRepaired(HOST, AT, 3),
                new Event.InventoryDiffers(HOST, AT, List.of("one", "another")),
                new Event.InventoryDiffers(HOST, AT, List.of()),
                new Event.InventoryAccepted(HOST, AT, "first sight", 2, List.of()),
                new Event.InventoryAccepted(
                        HOST, AT, "ada", 2, List.of(Parts.psu(HOST, 1), Parts.psu(HOST, 2))),
                new Event.AgentEnrolled(HOST, AT, "renewal", true),
                new Event.AgentRevoked(HOST, AT, "ada", "stolen"),
                new Event.DeviceSilent(HOST, AT, Optional.of(AT.minusSeconds(99))),
                new Event.DeviceSilent(HOST, AT, Optional.empty()),
                new Event.HostRetired(HOST, AT, "ada", "sold"),
                new Event.AgentDoubled(HOST, AT, List.of("start 3, from a", "start 4, from b")),
                new Event.DeviceHeard(HOST, AT, Duration.ofSeconds(99)),
                new Event.DeviceMoved(HOST, AT, Optional.empty(), Optional.of(HOST)),
                new Event.DeviceMoved(HOST, AT, Optional.of(HOST), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anEventComesBackFromItsText(Event event) {
        Event back =
                EventReading.read(
                        EventKind.of(event),
                        HOST,
                        AT,
                        EventText.subject(event).orElse(""),
                        EventText.detail(event));

        assertThat(back).isEqualTo(event);
    }

    @Test
    void everyKindIsTried() {
        assertThat(everyKind().map(EventKind::of).distinct())
                .containsExactlyInAnyOrder(EventKind.values());
    }

    @Test
    void numbersInTheStoreNeverChange() {
        assertThat(Arrays.stream(EventKind.values()).map(kind -> kind.number() + " " + kind.word()))
                .containsExactly(
                        "1 component-changed",
                        "2 redundancy-changed",
                        "3 agent-connected",
                        "4 agent-silent",
                        "5 agent-heard",
                        "6 detail-dropped",
                        "7 state-repaired",
                        "8 inventory-differs",
                        "9 inventory-accepted",
                        "10 agent-enrolled",
                        "11 agent-revoked",
                        "12 device-silent",
                        "13 device-heard",
                        "14 device-moved",
                        "15 host-retired",
                        "16 agent-doubled");
    }

    @Test
    void controlCharactersOfADeviceCannotForgeFields() {
        Event.ComponentChanged hostile =
                new Event.ComponentChanged(
                        Parts.psu(HOST, 1),
                        AT,
                        Optional.empty(),
                        Standing.FAILED,
                        "a\u001fb",
                        List.of(new Evidence("s\u001e", "k\u001d", "v\u001f\n", "l")));

        Event back =
                EventReading.read(
                        EventKind.COMPONENT_CHANGED,
                        HOST,
                        AT,
                        "psu:PS1",
                        EventText.detail(hostile));

        assertThat(back)
                .isEqualTo(
                        new Event.ComponentChanged(
                                Parts.psu(HOST, 1),
                                AT,
                                Optional.empty(),
                                Standing.FAILED,
                                "a b",
                                List.of(new Evidence("s ", "k ", "v  ", "l"))));
    }
}
