package io.holdfast.agent.daemon.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Spool;
import io.holdfast.agent.daemon.spool.Weight;
import io.holdfast.agent.daemon.state.Digest;
import io.holdfast.agent.daemon.state.LookBoard;
import io.holdfast.agent.daemon.uplink.Uplink.Phase;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Numbered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UplinkTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTime time = ManualTime.start();
    private final Fakes.State state = new Fakes.State();
    private final LookBoard looks = new LookBoard();
    private final Deque<Event> events = new ArrayDeque<>();
    private final List<Fakes.Wire> wires = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();

    @TempDir private Path directory;
    private Backlog backlog;
    private Uplink uplink;

    @BeforeEach
    void open() throws IOException {
        backlog = new Backlog(Spool.open(directory, 1 << 20));
        uplink =
                new Uplink(
                        new Telling(
                                new Greeting("0.1.0", Fakes.HOST, "boot", List.of()),
                                backlog,
                                looks,
                                state,
                                () -> new Vitals(1, Duration.ZERO, Duration.ZERO)),
                        new UplinkSettings(SECOND, Duration.ofMinutes(10)),
                        in -> {
                            wires.add(new Fakes.Wire(in));
                            return wires.getLast();
                        },
                        new Times(time, time),
                        new Random(1),
                        events::add,
                        phases::add);
    }

    @Test
    void withoutACertificateThereIsNoAttempt() {
        pass(Duration.ofHours(1));
        assertThat(wires).isEmpty();
        uplink.feed(new Event.Identified());
        assertThat(wires).hasSize(1);
        assertThat(wires.getFirst().said)
                .singleElement()
                .isEqualTo(
                        new FromAgent.Hello(
                                1,
                                "0.1.0",
                                Fakes.HOST,
                                Fakes.INCARNATION,
                                List.of(),
                                time.instant(),
                                "boot"));
    }

    @Test
    void afterWelcomeWhatTheCollectorHasNotIsSentInOrder() {
        change(3);
        Fakes.Wire wire = live(new Position(Fakes.INCARNATION, 1));
        assertThat(sequences(wire)).containsExactly(2L, 3L);
        change(1);
        assertThat(sequences(wire)).containsExactly(2L, 3L, 4L);
        assertThat(phases).containsExactly(Phase.AWAY, Phase.GREETING, Phase.LIVE);
    }

    @Test
    void nothingIsSentWhileThereIsNoRoom() {
        Fakes.Wire wire = live(Position.NONE);
        wire.room = 0;
        change(3);
        pass(Duration.ofMinutes(1));
        assertThat(sequences(wire)).isEmpty();
        int heartbeats = wire.said(FromAgent.Heartbeat.class).size();
        wire.room = 2;
        wire.in.ready();
        drain();
        assertThat(sequences(wire)).containsExactly(1L, 2L, 3L);
        // One sign of life for all that were due, and before the changes: a lease may hang on it.
        assertThat(wire.said(FromAgent.Heartbeat.class)).hasSize(heartbeats + 1);
        assertThat(wire.said.getLast()).isInstanceOf(FromAgent.Batch.class);
    }

    @Test
    void whatWasNotAcknowledgedIsSentAgainOnTheNextStream() {
        Fakes.Wire first = live(Position.NONE);
        change(3);
        hear(first, new FromCollector.Ack(new Position(Fakes.INCARNATION, 2)));
        over(first, Ended.Cause.UNREACHABLE);
        change(1);
        pass(SECOND);
        Fakes.Wire second = wires.getLast();
        assertThat(second).isNotSameAs(first);
        second.welcome(new Position(Fakes.INCARNATION, 2));
        drain();
        assertThat(sequences(second)).containsExactly(3L, 4L);
    }

    @Test
    void attemptsBecomeRarerAndARefusalRarerStill() {
        uplink.feed(new Event.Identified());
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            over(wires.getLast(), Ended.Cause.UNREACHABLE);
            waits.add(uplink.untilNext());
            pass(uplink.untilNext());
        }
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(100), Backoff.SHORTEST);
        assertThat(waits.getLast()).isBetween(Duration.ofSeconds(15), Backoff.LONGEST);
        assertThat(wires).hasSize(13);
        over(wires.getLast(), Ended.Cause.REFUSED_IDENTITY);
        assertThat(uplink.untilNext()).isBetween(Backoff.SHORTEST_REFUSED, Backoff.LONGEST_REFUSED);
    }

    @Test
    void anEventOfAnOldStreamIsIgnored() {
        Fakes.Wire first = live(Position.NONE);
        over(first, Ended.Cause.UNREACHABLE);
        pass(SECOND);
        over(first, Ended.Cause.REFUSED_IDENTITY);
        first.welcome(Position.NONE);
        drain();
        assertThat(uplink.phase()).isEqualTo(Phase.GREETING);
    }

    @Test
    void aCollectorThatDoesNotGreetBackIsGivenUp() {
        uplink.feed(new Event.Identified());
        pass(Conversation.PATIENCE);
        assertThat(wires.getFirst().ends)
                .extracting(Ended::cause)
                .containsExactly(Ended.Cause.CANCELLED);
    }

    @Test
    void aHeartbeatTellsLooksOnlyWhenEverythingBeforeThemIsSent() {
        Fakes.Wire wire = live(Position.NONE);
        Look look = new Look(time.instant(), true);
        wire.room = 0;
        change(1);
        looks.put("linux.net", look);
        // Room for the heartbeat alone: the change is still waiting.
        wire.room = 1;
        time.advance(SECOND);
        uplink.feed(new Event.Tick());
        assertThat(wire.said(FromAgent.Heartbeat.class).getLast().looks()).isEmpty();
        wire.room = 10;
        wire.in.ready();
        drain();
        pass(SECOND);
        assertThat(wire.said(FromAgent.Heartbeat.class).getLast().looks())
                .containsEntry("linux.net", look);
        pass(SECOND);
        assertThat(wire.said(FromAgent.Heartbeat.class).getLast().looks()).isEmpty();
    }

    @Test
    void aDigestFollowsTheChangesItIsMadeOf() {
        change(2);
        Fakes.Wire wire = live(Position.NONE);
        hear(wire, new FromCollector.DigestRequest("test"));
        assertThat(state.asked).isEqualTo(1);
        wire.room = 0;
        change(2);
        Position at = state.position();
        change(1);
        uplink.feed(new Event.Whole(new Digest(at, List.of(Fakes.observed(at)))));
        assertThat(wire.said(FromAgent.DigestPart.class)).isEmpty();
        wire.room = 10;
        wire.in.ready();
        drain();
        List<FromAgent> said = wire.said;
        int digest = said.indexOf(wire.said(FromAgent.DigestPart.class).getFirst());
        assertThat(said.get(digest - 1))
                .isInstanceOfSatisfying(
                        FromAgent.Batch.class, b -> assertThat(b.position()).isEqualTo(at));
        assertThat(said.get(digest + 1))
                .isInstanceOfSatisfying(
                        FromAgent.Batch.class,
                        b -> assertThat(b.position()).isEqualTo(state.position()));
    }

    @Test
    void aDigestComesNowAndThenAndAfterTheFirstRound() {
        Fakes.Wire wire = live(Position.NONE);
        pass(Duration.ofHours(1));
        assertThat(state.asked).isZero();
        uplink.feed(new Event.Complete());
        pass(SECOND);
        assertThat(state.asked).isEqualTo(1);
        bringDigest();
        pass(Duration.ofMinutes(9));
        assertThat(state.asked).isEqualTo(1);
        pass(Duration.ofMinutes(2));
        assertThat(state.asked).isEqualTo(2);
        assertThat(wire.said(FromAgent.DigestPart.class)).hasSize(1);
    }

    @Test
    void afterChangesWereDroppedADigestMakesThemGood() {
        int many = 2 * Backlog.MOST_MEMORY_BYTES / 100;
        for (int i = 0; i < many; i++) {
            state.change(backlog, Weight.DETAIL);
        }
        assertThat(backlog.dropped()).isPositive();
        live(Position.NONE);
        assertThat(state.asked).isEqualTo(1);
        bringDigest();
        pass(Duration.ofMinutes(1));
        assertThat(state.asked).isEqualTo(1);
    }

    @Test
    void aCollectorThatRemembersMoreThanWeMakesUsStartAnew() {
        uplink.feed(new Event.Identified());
        Fakes.Wire wire = wires.getLast();
        wire.welcome(new Position(Fakes.INCARNATION + 7, 3));
        drain();
        assertThat(state.restarts).containsExactly(Fakes.INCARNATION + 7);
        assertThat(wire.ends).hasSize(1);
        assertThat(sequences(wire)).isEmpty();
    }

    @Test
    void aNewCertificateIsShownOnANewStream() {
        Fakes.Wire first = live(Position.NONE);
        uplink.feed(new Event.Identified());
        assertThat(first.ends).extracting(Ended::cause).containsExactly(Ended.Cause.CLOSED);
        over(first, Ended.Cause.CLOSED);
        pass(SECOND);
        assertThat(wires).hasSize(2);
    }

    @Test
    void aCollectorThatDoesNotEndInTurnIsCutOff() {
        Fakes.Wire wire = live(Position.NONE);
        uplink.feed(new Event.Identified());
        pass(Conversation.PATIENCE);
        assertThat(wire.ends)
                .extracting(Ended::cause)
                .containsExactly(Ended.Cause.CLOSED, Ended.Cause.CANCELLED);
    }

    private void bringDigest() {
        uplink.feed(new Event.Whole(new Digest(state.position(), List.of())));
    }

    private Fakes.Wire live(Position durable) {
        uplink.feed(new Event.Identified());
        Fakes.Wire wire = wires.getLast();
        wire.welcome(durable);
        drain();
        assertThat(uplink.phase()).isEqualTo(Phase.LIVE);
        return wire;
    }

    private void change(int times) {
        for (int i = 0; i < times; i++) {
            state.change(backlog, Weight.ESSENTIAL);
        }
        uplink.feed(new Event.Changed());
    }

    private void hear(Fakes.Wire wire, FromCollector message) {
        wire.hear(message);
        drain();
    }

    private void over(Fakes.Wire wire, Ended.Cause cause) {
        wire.in.ended(new Ended(cause, "test"));
        drain();
    }

    private void pass(Duration duration) {
        time.advance(duration);
        uplink.feed(new Event.Tick());
        drain();
    }

    private void drain() {
        while (!events.isEmpty()) {
            uplink.feed(events.removeFirst());
        }
    }

    private static List<Long> sequences(Fakes.Wire wire) {
        return wire.said(FromAgent.Batch.class).stream()
                .flatMap(batch -> batch.changes().stream())
                .map(Numbered::sequence)
                .toList();
    }
}
