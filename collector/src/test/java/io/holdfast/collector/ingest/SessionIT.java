package io.holdfast.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.Collector;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.hosts.Tally;
import io.holdfast.collector.operations.Retirement;
import io.holdfast.collector.peer.Enlisted;
import io.holdfast.collector.peer.Parts;
import io.holdfast.collector.peer.Running;
import io.holdfast.collector.peer.Speaker;
import io.holdfast.collector.view.HostView;
import io.holdfast.config.collector.LimitSettings;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole collector and agents by hand, over real TLS. */
final class SessionIT {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path directory;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Collector collector;

    @BeforeEach
    void start() {
        collector = Running.in(directory);
    }

    @AfterEach
    void stop() {
        collector.close();
        threads.shutdownNow();
    }

    @Test
    void whatIsAcknowledgedIsInReportAndHistory() throws Exception {
        try (Speaker agent = speaker(enlist(), 1)) {
            assertThat(agent.hello()).isEqualTo(Position.NONE);
            List<Change> look = Parts.firstLook(HOST, 2, AT);
            agent.batch(1, look);
            agent.batch(
                    look.size() + 1,
                    List.of(Parts.reported(Parts.psu(HOST, 2), Health.FAILED, 0, AT)));
            agent.awaitAck(look.size() + 1);
        }

        HostView view = collector.operations().reports().host(HOST).orElseThrow();
        assertThat(view.groups()).hasSize(1);
        assertThat(view.groups().getFirst().computed()).isEqualTo(Redundancy.NONE);
        assertThat(view.spofs()).extracting(s -> s.component()).contains(Parts.psu(HOST, 1));
        assertThat(standings())
                .containsExactly(
                        "PS1 WORKING", "PS2 WORKING", "power FULL 1", "PS2 FAILED", "power NONE 0");
    }

    @Test
    void changesThatComeTwiceCountOnce() throws Exception {
        List<Change> look = Parts.firstLook(HOST, 2, AT);
        try (Speaker agent = speaker(enlist(), 1)) {
            agent.hello();
            agent.batch(1, look);
            agent.awaitAck(look.size());
            agent.batch(1, look);
            agent.awaitAck(look.size());
        }

        assertThat(standings()).containsExactly("PS1 WORKING", "PS2 WORKING", "power FULL 1");
        assertThat(collector.tally().of(Tally.Count.DUPLICATES)).isEqualTo(look.size());
    }

    @Test
    void aNewStartGoesOnWhereTheDiskEnds() throws Exception {
        Enlisted who = enlist();
        List<Change> look = Parts.firstLook(HOST, 2, AT);
        try (Speaker agent = speaker(who, 1)) {
            agent.hello();
            agent.batch(1, look);
            agent.awaitAck(look.size());
        }
        collector.close();
        collector = Running.in(directory);

        try (Speaker agent = speaker(who, 1)) {
            assertThat(agent.hello()).isEqualTo(new Position(1, look.size()));
        }
        HostView view = collector.operations().reports().host(HOST).orElseThrow();
        assertThat(view.groups().getFirst().computed()).isEqualTo(Redundancy.FULL);
        assertThat(standings()).containsExactly("PS1 WORKING", "PS2 WORKING", "power FULL 1");
    }

    @Test
    void theNewerStreamOfOneAgentWins() throws Exception {
        Enlisted who = enlist();
        try (Speaker first = speaker(who, 1);
                Speaker second = speaker(who, 1)) {
            first.hello();
            second.hello();
            assertThat(first.end().cause()).isEqualTo(Ended.Cause.REPLACED);
            second.batch(1, Parts.firstLook(HOST, 1, AT));
            second.awaitAck(1);
        }
    }

    @Test
    void aRevokedAgentIsEndedAndDoesNotComeBack() throws Exception {
        Enlisted who = enlist();
        try (Speaker agent = speaker(who, 1)) {
            agent.hello();
            assertThat(collector.operations().agents().revoke(HOST, "test", "stolen")).isEqualTo(1);
            assertThat(agent.end().cause()).isEqualTo(Ended.Cause.REFUSED_IDENTITY);
        }
        try (Speaker again = speaker(who, 1)) {
            again.say(hello(HOST));
            assertThat(again.end().cause()).isEqualTo(Ended.Cause.REFUSED_IDENTITY);
        }
        assertThat(collector.tally().cutOffs().get("revoked")).isEqualTo(2);
    }

    @Test
    void aRetiredHostStaysAwayOverAStartAndComesBackAsNewWithANewCertificate() throws Exception {
        Enlisted who = enlist();
        List<Change> look = Parts.firstLook(HOST, 2, AT);
        try (Speaker agent = speaker(who, 1)) {
            agent.hello();
            agent.batch(1, look);
            agent.awaitAck(look.size());
            assertThat(retire()).isInstanceOf(Retirement.IsHeard.class);
        }
        Retirement retired = retire();
        while (retired instanceof Retirement.IsHeard) {
            // The collector has not seen the end of the stream yet.
            retired = retire();
        }
        assertThat(retired)
                .isInstanceOfSatisfying(
                        Retirement.Done.class,
                        done -> {
                            assertThat(done.certificates()).isEqualTo(1);
                            assertThat(done.components()).isEqualTo(2);
                        });
        collector.close();
        collector = Running.in(directory);
        assertThat(collector.operations().reports().report().hosts()).isEmpty();
        assertThat(standings()).startsWith("PS1 WORKING", "PS2 WORKING");
        assertThat(retire()).isInstanceOf(Retirement.Unknown.class);
        try (Speaker refused = speaker(who, 1)) {
            refused.say(hello(HOST));
            assertThat(refused.end().cause()).isEqualTo(Ended.Cause.REFUSED_IDENTITY);
        }

        try (Speaker back = speaker(enlist(), 2)) {
            assertThat(back.hello()).isEqualTo(Position.NONE);
        }
        collector.close();
        collector = Running.in(directory);
        assertThat(collector.operations().reports().host(HOST)).isPresent();
    }

    private Retirement retire() {
        return collector.operations().agents().retire(HOST, "ada", "sold");
    }

    @Test
    void nobodySpeaksForAnotherHost() throws Exception {
        try (Speaker agent = speaker(enlist(), 1)) {
            agent.say(hello(HostId.parse("ber1/r1/db2")));
            assertThat(agent.end().cause()).isEqualTo(Ended.Cause.REFUSED_IDENTITY);
        }
        assertThat(collector.tally().cutOffs().get("wrong_host")).isEqualTo(1);
    }

    @Test
    void whoeverSpeaksBeforeHelloIsCutOff() throws Exception {
        try (Speaker agent = speaker(enlist(), 1)) {
            agent.batch(1, Parts.firstLook(HOST, 1, AT));
            assertThat(agent.end().cause()).isEqualTo(Ended.Cause.NOT_UNDERSTOOD);
        }
        assertThat(collector.tally().cutOffs().get("out_of_turn")).isEqualTo(1);
    }

    @Test
    void anAgentWithTooManyPartsIsCutOff() throws Exception {
        Enlisted who = enlist();
        collector.close();
        collector = Running.in(directory, new LimitSettings(10, 3, 1 << 20));
        try (Speaker agent = speaker(who, 1)) {
            agent.hello();
            agent.batch(1, Parts.firstLook(HOST, 4, AT));
            assertThat(agent.end().cause()).isEqualTo(Ended.Cause.OVERLOADED);
        }
    }

    @Test
    void aGapIsFilledByTheWholeState() throws Exception {
        List<Change> look = Parts.firstLook(HOST, 2, AT);
        try (Speaker agent = speaker(enlist(), 1)) {
            agent.hello();
            agent.batch(100, List.of(Parts.reported(Parts.psu(HOST, 1), Health.OK, 50, AT)));
            agent.hear(FromCollector.DigestRequest.class);
            agent.say(new FromAgent.DigestPart(new Position(1, 100), 0, 1, look));
            agent.batch(101, List.of(Parts.reported(Parts.psu(HOST, 2), Health.OK, 60, AT)));
            agent.awaitAck(101);
        }

        HostView view = collector.operations().reports().host(HOST).orElseThrow();
        assertThat(view.groups().getFirst().computed()).isEqualTo(Redundancy.FULL);
        assertThat(collector.tally().of(Tally.Count.DIGEST_DIFFERENCES)).isPositive();
    }

    @Test
    void aTokenIsGoodForAsManyUsesAsItSaysAndItsHostsOnly() {
        String token = token(1);
        EnrolAnswer stranger =
                Enlisted.ask(
                        collector.agentsPort(),
                        token,
                        HostId.parse("muc1/r1/db1"),
                        Enlisted.newKey(),
                        threads);
        assertThat(stranger).isInstanceOf(EnrolAnswer.Refused.class);
        assertThat(enrol(token)).isInstanceOf(EnrolAnswer.Issued.class);
        assertThat(enrol(token)).isInstanceOf(EnrolAnswer.Refused.class);
        assertThat(collector.operations().tokens().list()).isEmpty();
    }

    private EnrolAnswer enrol(String token) {
        return Enlisted.ask(collector.agentsPort(), token, HOST, Enlisted.newKey(), threads);
    }

    private String token(int uses) {
        return collector
                .operations()
                .tokens()
                .create("ber1/*/db*", uses, Duration.ofHours(1), "test")
                .text();
    }

    private Enlisted enlist() {
        return Enlisted.at(collector.agentsPort(), token(1), HOST, threads);
    }

    private Speaker speaker(Enlisted who, long incarnation) {
        return new Speaker(who, incarnation, collector.agentsPort(), threads);
    }

    private static FromAgent.Hello hello(HostId host) {
        return new FromAgent.Hello(1, "test", host, 1, List.of(), AT, "");
    }

    /** What history says of parts and groups, in the order in which it was recorded. */
    private List<String> standings() {
        return collector.operations().events().after(0, 1_000).stream()
                .map(Recorded::event)
                .filter(
                        e ->
                                e instanceof Event.ComponentChanged
                                        || e instanceof Event.RedundancyChanged)
                .map(SessionIT::inShort)
                .toList();
    }

    private static String inShort(Event event) {
        if (event instanceof Event.ComponentChanged changed) {
            return changed.component().name() + " " + changed.after();
        }
        Event.RedundancyChanged changed = (Event.RedundancyChanged) event;
        return changed.group().name()
                + " "
                + changed.after().map(g -> g.redundancy() + " " + g.spares()).orElse("gone");
    }
}
