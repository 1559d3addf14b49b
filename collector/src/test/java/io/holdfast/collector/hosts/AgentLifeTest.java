package io.holdfast.collector.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.api.shown.ShownAgent;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.peer.Parts;
import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.Revocation;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.state.Position;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.stream.FromAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How agents come, fall silent, are revoked, and how hosts are retired. */
final class AgentLifeTest extends OneHostRig {

    @Test
    void aRevokedAgentIsShownAsSuchUntilItComesWithACertificateThatCounts() {
        connect();
        assertThat(hosts.agents().getFirst().revoked()).isFalse();
        hosts.revoke(HOST, new Revocation("ada", time.instant()));
        AgentView revoked = hosts.agents().getFirst();
        assertThat(revoked.revoked()).isTrue();
        assertThat(ShownAgent.agent(revoked, time.instant()).revoked()).isTrue();
        AgentReport shown = ShownAgent.heard(revoked, time.instant());
        assertThat(shown.state()).isEqualTo(AgentReport.State.REVOKED);
        assertThat(shown.revoked()).contains(new AgentReport.Revocation("ada", time.instant()));

        connect();
        assertThat(hosts.agents().getFirst().revoked()).isFalse();
    }

    @Test
    void afterARestartAnAgentWasLastHeardWhenTheStoreSays() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        events();
        Instant told = time.instant();
        restart();

        AgentView agent = hosts.agents().getFirst();
        assertThat(agent.heardAt()).contains(told);
        assertThat(ShownAgent.heard(agent, time.instant()).state())
                .isEqualTo(AgentReport.State.SILENT);
        pass(SILENT_AFTER.plusSeconds(2));
        assertThat(events().getLast())
                .isInstanceOfSatisfying(
                        Event.AgentSilent.class,
                        silent -> assertThat(silent.lastHeard()).isEqualTo(told));

        restart();
        assertThat(hosts.agents().getFirst().heardAt()).contains(told);
        assertThat(hosts.agents().getFirst().silent()).isTrue();
    }

    @Test
    void anAgentOfWhichNothingIsStoredDoesNotFallSilent() {
        store.write(sql -> sql.update("INSERT INTO host (name) VALUES (?)", HOST.toString()));
        restart();
        pass(SILENT_AFTER.plusSeconds(2));

        assertThat(events()).isEmpty();
        assertThat(ShownAgent.heard(hosts.agents().getFirst(), time.instant()).state())
                .isEqualTo(AgentReport.State.NEVER);
    }

    @Test
    void anAgentIsAskedForASignOfLifeEachSecond() {
        assertThat(Rules.HEARTBEAT).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void thePartsOfARevokedHostAreUnknownBecauseItWasRevokedAndNotBecauseItIsSilent() {
        settle();
        hosts.revoke(HOST, new Revocation("ada", time.instant()));
        pass(SILENT_AFTER.plusSeconds(2));
        assertThat(hosts.view(HOST).orElseThrow().components())
                .extracting(c -> ((Observation.Silent) c.observation()).reason().detail())
                .isNotEmpty()
                .allMatch(detail -> detail.startsWith("its agent was revoked by ada at "));
    }

    @Test
    void aRetiredHostIsInNoReportAndItsHistoryStays() {
        settle();
        int before = events().size();
        hosts.disconnect(link, HOST);
        List<String> durable = new ArrayList<>();
        assertThat(
                        hosts.retire(
                                HOST,
                                new Revocation("ada", time.instant()),
                                "sold",
                                () -> durable.add("yes")))
                .contains(2);

        assertThat(hosts.all()).isEmpty();
        assertThat(hosts.agents()).isEmpty();
        assertThat(events().subList(before, events().size()))
                .extracting(Event::getClass)
                .containsExactly(Event.RedundancyChanged.class, Event.HostRetired.class);
        assertThat(durable).containsExactly("yes");
        send(Parts.firstLook(HOST, 2, time.instant()));
        assertThat(hosts.all()).isEmpty();
    }

    @Test
    void aRetiredHostThatComesBackBeginsAnew() {
        settle();
        hosts.retire(HOST, new Revocation("ada", time.instant()), "sold", () -> {});
        assertThat(link.cuts).contains(CutOff.REVOKED);
        assertThat(hosts.connect(link, hello(8))).contains(Position.NONE);
        assertThat(hosts.view(HOST).orElseThrow().components()).isEmpty();
        assertThat(hosts.view(HOST).orElseThrow().acceptance()).isEmpty();
    }

    @Test
    void aHostThatWasEnrolledAndNeverCameIsListedAsNeverHeard() {
        hosts.enrolled(HOST);
        pass(SILENT_AFTER.plusSeconds(2));

        assertThat(ShownAgent.heard(hosts.agents().getFirst(), time.instant()).state())
                .isEqualTo(AgentReport.State.NEVER);
        assertThat(hosts.view(HOST)).isPresent();
        assertThat(events()).isEmpty();
        connect();
        hosts.enrolled(HOST);
        assertThat(hosts.agents()).hasSize(1);
        assertThat(hosts.agents().getFirst().connected()).isTrue();
    }

    @Test
    void twoThatTakeTurnsUnderOneIdentityAreTold() {
        come("boot-a", 7, "10.0.0.1:1");
        come("boot-b", 8, "10.0.0.2:1");
        assertThat(hosts.agents().getFirst().doubled()).isEmpty();
        come("boot-a", 7, "10.0.0.1:2");
        come("boot-b", 8, "10.0.0.2:2");

        List<String> both =
                List.of(
                        "start 7, boot boot-a, from 10.0.0.1:2",
                        "start 8, boot boot-b, from 10.0.0.2:2");
        assertThat(hosts.agents().getFirst().doubled().orElseThrow().speakers()).isEqualTo(both);
        assertThat(events().stream().filter(e -> e instanceof Event.AgentDoubled)).hasSize(1);

        pass(Speakers.MEMORY);
        assertThat(hosts.agents().getFirst().doubled()).isEmpty();
    }

    @Test
    void oneThatStartsAgainAndAgainIsNoTwo() {
        for (int start = 7; start < 20; start++) {
            come(start % 3 == 0 ? "boot-a" : "boot-b", start, "10.0.0.1:" + start);
            come(start % 3 == 0 ? "boot-a" : "boot-b", start, "10.0.0.1:1" + start);
        }
        assertThat(hosts.agents().getFirst().doubled()).isEmpty();
    }

    @Test
    void whoWasRevokedBeginsAsOne() {
        come("boot-a", 7, "10.0.0.1:1");
        come("boot-b", 8, "10.0.0.2:1");
        come("boot-a", 7, "10.0.0.1:1");
        hosts.revoke(HOST, new Revocation("ada", time.instant()));
        come("boot-b", 8, "10.0.0.2:1");
        assertThat(hosts.agents().getFirst().doubled()).isEmpty();
    }

    private void come(String boot, long incarnation, String address) {
        FakeLink its = new FakeLink();
        its.address = address;
        hosts.connect(
                its,
                new FromAgent.Hello(1, "test", HOST, incarnation, List.of(), time.instant(), boot));
    }

    @Test
    void nobodyIsRetiredWhoIsNotThere() {
        assertThat(hosts.retire(HOST, new Revocation("ada", time.instant()), "", () -> {}))
                .isEmpty();
        assertThat(events()).isEmpty();
    }

    private void restart() {
        time.advance(Duration.ofMinutes(1));
        hosts = newHosts();
        readBack();
    }
}
