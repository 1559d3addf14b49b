package io.holdfast.collector.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.api.shown.ShownHost;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.peer.Parts;
import io.holdfast.collector.view.HostView;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of what an agent says of its host. */
final class HostsTest extends OneHostRig {

    @Test
    void aPartThatFailedAndCameBackInOneBatchDidBoth() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        send(
                List.of(
                        Parts.reported(Parts.psu(HOST, 1), Health.FAILED, 0, at(1)),
                        Parts.reported(Parts.psu(HOST, 1), Health.OK, 0, at(2))));

        assertThat(happened())
                .containsExactly(
                        "PS1 WORKING",
                        "PS2 WORKING",
                        "power FULL",
                        "PS1 FAILED",
                        "power NONE",
                        "PS1 WORKING",
                        "power FULL");
    }

    @Test
    void whatOneLookSawIsOneState() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        send(List.of(Parts.reported(Parts.psu(HOST, 1), Health.FAILED, 0, at(1))));
        send(
                List.of(
                        Parts.reported(Parts.psu(HOST, 2), Health.FAILED, 0, at(2)),
                        Parts.reported(Parts.psu(HOST, 1), Health.OK, 0, at(2))));

        assertThat(happened())
                .doesNotContain("power INSUFFICIENT")
                .endsWith("PS1 WORKING", "PS2 FAILED");
    }

    @Test
    void anAgentThatIsNotHeardIsSilentAndNothingHasFailed() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        pass(SILENT_AFTER.plusSeconds(1));

        HostView view = hosts.view(HOST).orElseThrow();
        assertThat(view.agent().silent()).isTrue();
        assertThat(view.components())
                .allSatisfy(
                        c ->
                                assertThat(c.observation())
                                        .isInstanceOfSatisfying(
                                                Observation.Silent.class,
                                                s ->
                                                        assertThat(s.reason().cause())
                                                                .isEqualTo(
                                                                        Silence.Cause
                                                                                .AGENT_SILENT)));
        assertThat(view.groups().getFirst().computed()).isEqualTo(Redundancy.UNKNOWN);
        assertThat(happened())
                .containsExactly("PS1 WORKING", "PS2 WORKING", "power FULL", "silent");
    }

    @Test
    void aSilentHostKeepsWhatItsSinglePointsOfFailureWere() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        send(List.of(Parts.reported(Parts.psu(HOST, 2), Health.FAILED, 0, at(1))));
        assertThat(hosts.view(HOST).orElseThrow().lastKnown()).isEmpty();
        pass(SILENT_AFTER.plusSeconds(1));

        HostView view = hosts.view(HOST).orElseThrow();
        assertThat(ShownHost.report(view, time.instant()).spofs())
                .singleElement()
                .satisfies(
                        spof -> {
                            assertThat(spof.component()).isEqualTo(Parts.psu(HOST, 1).toString());
                            assertThat(spof.lastKnown().orElseThrow().ageSeconds())
                                    .isGreaterThanOrEqualTo(SILENT_AFTER.toSeconds());
                        });
    }

    @Test
    void anAgentThatIsHeardAgainIsAsItWas() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        pass(SILENT_AFTER.plusSeconds(1));
        heartbeat();

        assertThat(hosts.view(HOST).orElseThrow().groups().getFirst().computed())
                .isEqualTo(Redundancy.FULL);
        assertThat(happened()).endsWith("silent", "heard");
    }

    @Test
    void aPauseOfOursIsNoSilenceOfAgents() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        hosts.tick();
        time.advance(Duration.ofMinutes(5));
        hosts.tick();

        assertThat(hosts.view(HOST).orElseThrow().agent().silent()).isFalse();
    }

    @Test
    void anAgentThatWeDoNotReadIsNotSilent() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        link.held = true;
        pass(SILENT_AFTER.plusSeconds(5));

        assertThat(hosts.view(HOST).orElseThrow().agent().silent()).isFalse();
    }

    @Test
    void aPartThatLeavesAfterFirstSightIsMissed() {
        settle();
        send(
                List.of(
                        new Change.Forgotten(Parts.psu(HOST, 2)),
                        new Change.Looked(Parts.PROBE, time.instant(), true)));

        HostView view = hosts.view(HOST).orElseThrow();
        assertThat(view.differences()).contains(new Difference.Missing(Parts.psu(HOST, 2)));
        assertThat(view.groups().getFirst().spares()).isZero();
        assertThat(happened()).contains("PS2 ABSENT", "power NONE");
    }

    @Test
    void acceptingEndsTheDifferenceAndSaysWhatIsBad() {
        settle();
        send(
                List.of(
                        new Change.Forgotten(Parts.psu(HOST, 2)),
                        Parts.reported(Parts.psu(HOST, 1), Health.DEGRADED, 0, at(1)),
                        new Change.Looked(Parts.PROBE, time.instant(), true)));
        HostBook book = hosts.book(HOST).orElseThrow();
        hosts.accept(
                book,
                Accepting.all(book.state(), book.accepted(), "ada", time.instant()),
                time.instant(),
                () -> {});

        assertThat(hosts.view(HOST).orElseThrow().differences())
                .doesNotContain(new Difference.Missing(Parts.psu(HOST, 2)));
        assertThat(events())
                .anySatisfy(
                        e ->
                                assertThat(e)
                                        .isInstanceOfSatisfying(
                                                Event.InventoryAccepted.class,
                                                a -> {
                                                    assertThat(a.by()).isEqualTo("ada");
                                                    assertThat(a.alreadyBad())
                                                            .containsExactly(Parts.psu(HOST, 1));
                                                }));
    }

    @Test
    void partsOfOtherHostsAreCountedAndLeftOut() {
        connect();
        HostId other = HostId.parse("ber1/r1/db2");
        send(Parts.firstLook(other, 2, time.instant()));

        assertThat(hosts.view(HOST).orElseThrow().components()).isEmpty();
        assertThat(tally.of(Tally.Count.FOREIGN_COMPONENTS)).isEqualTo(5);
    }

    @Test
    void anAgentWithNothingToSendThatStandsFurtherIsAskedForAll() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        sequence += 5;
        heartbeat();
        heartbeat();
        heartbeat();
        assertThat(link.digestRequests).isEmpty();
        heartbeat();

        assertThat(link.digestRequests).hasSize(1);
    }

    @Test
    void anAgentThatLostItsMemoryStartsAnewAndKeepsItsHistory() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        assertThat(hosts.connect(link, hello(2))).contains(new Position(2, 0));

        assertThat(hosts.view(HOST).orElseThrow().components()).hasSize(2);
    }

    private List<String> happened() {
        return events().stream().map(HostsTest::inShort).filter(s -> !s.isEmpty()).toList();
    }

    private static String inShort(Event event) {
        return switch (event) {
            case Event.ComponentChanged e -> e.component().name() + " " + e.after();
            case Event.RedundancyChanged e ->
                    e.group().name()
                            + " "
                            + e.after().map(g -> g.redundancy().toString()).orElse("gone");
            case Event.AgentSilent e -> "silent";
            case Event.AgentHeard e -> "heard";
            case Event.AgentConnected e -> "";
            case Event.DetailDropped e -> "";
            case Event.StateRepaired e -> "";
            case Event.InventoryDiffers e -> "";
            case Event.InventoryAccepted e -> "";
            case Event.AgentEnrolled e -> "";
            case Event.AgentRevoked e -> "";
            case Event.HostRetired e -> "";
            case Event.AgentDoubled e -> "";
            case Event.DeviceSilent e -> "";
            case Event.DeviceHeard e -> "";
            case Event.DeviceMoved e -> "";
        };
    }
}
