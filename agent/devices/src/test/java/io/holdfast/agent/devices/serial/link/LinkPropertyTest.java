package io.holdfast.agent.devices.serial.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two ends over a line that loses, damages, doubles and plays back, in manual time. */
class LinkPropertyTest {

    private static final Duration TURN = Duration.ofMillis(20);
    private static final LinkKey KEY = new LinkKey(new byte[32]);

    /** One end, and what it was told. */
    private static final class End {
        private final SplittableRandom sessions;
        private final LinkKey key;
        private final List<String> sent = new ArrayList<>();
        private final List<String> got = new ArrayList<>();
        private final List<LinkEvent> events = new ArrayList<>();
        private LinkEnd end;

        End(LinkKey key, long seed, ManualTime time) {
            this.key = key;
            sessions = new SplittableRandom(seed);
            end = start(time);
        }

        private LinkEnd start(ManualTime time) {
            return new LinkEnd(key, LinkTimes.USUAL, sessions::nextLong, time.nanos());
        }

        void restart(ManualTime time) {
            end = start(time);
        }

        void send(String text) {
            sent.add(text);
            end.offer(text.getBytes(StandardCharsets.UTF_8));
        }

        byte[] turn(byte[] bytes, ManualTime time) {
            LinkEnd.Output output = end.turn(bytes, time.nanos());
            for (LinkEvent event : output.events()) {
                events.add(event);
                if (event instanceof LinkEvent.Message(byte[] body, long missed)) {
                    got.add(new String(body, StandardCharsets.UTF_8));
                }
            }
            return output.bytes();
        }
    }

    private final ManualTime time = ManualTime.start();
    private byte[] toA = new byte[0];
    private byte[] toB = new byte[0];

    private void turn(End a, End b) {
        byte[] fromA = a.turn(toA, time);
        byte[] fromB = b.turn(toB, time);
        toB = fromA;
        toA = fromB;
        time.advance(TURN);
    }

    private void turns(int count, End a, End b) {
        for (int i = 0; i < count; i++) {
            turn(a, b);
        }
    }

    private End end(long seed) {
        return new End(KEY, seed, time);
    }

    @Test
    void bothEndsComeUpAndTellOneAnother() {
        End a = end(1);
        End b = end(2);
        turns(5, a, b);
        assertThat(a.end.state()).isEqualTo(LinkState.UP);
        assertThat(b.end.state()).isEqualTo(LinkState.UP);
        a.send("one");
        b.send("two");
        turns(3, a, b);
        assertThat(b.got).containsExactly("one");
        assertThat(a.got).containsExactly("two");
    }

    @Test
    void aCableThatIsPulledIsNoticedInTimeAndComesBack() {
        End a = end(1);
        End b = end(2);
        turns(5, a, b);
        int quietTurns = (int) (LinkTimes.USUAL.quiet().toMillis() / TURN.toMillis());
        for (int i = 0; i <= quietTurns + 1; i++) {
            a.turn(new byte[0], time);
            b.turn(new byte[0], time);
            time.advance(TURN);
        }
        assertThat(a.end.state()).isEqualTo(LinkState.SILENT);
        assertThat(a.events).last().isInstanceOf(LinkEvent.Down.class);
        toA = new byte[0];
        toB = new byte[0];
        turns(30, a, b);
        assertThat(a.end.state()).isEqualTo(LinkState.UP);
        assertThat(a.events).last().isEqualTo(new LinkEvent.Up(false));
    }

    @Test
    void anEndThatStartsAnewIsKnownAndTheOtherNeedNotWaitForQuiet() {
        End a = end(1);
        End b = end(2);
        turns(5, a, b);
        b.restart(time);
        turns(5, a, b);
        assertThat(a.end.state()).isEqualTo(LinkState.UP);
        assertThat(b.end.state()).isEqualTo(LinkState.UP);
        assertThat(a.events).contains(new LinkEvent.Up(true));
        assertThat(a.events).noneMatch(event -> event instanceof LinkEvent.Down);
    }

    @Test
    void bothEndsStartingAnewManyTimesAlwaysComeUp() {
        End a = end(1);
        End b = end(2);
        for (int i = 0; i < 100; i++) {
            turns(1 + i % 7, a, b);
            (i % 3 == 0 ? a : b).restart(time);
            if (i % 5 == 0) {
                b.restart(time);
            }
        }
        turns(200, a, b);
        assertThat(a.end.state()).isEqualTo(LinkState.UP);
        assertThat(b.end.state()).isEqualTo(LinkState.UP);
        a.send("still");
        turns(3, a, b);
        assertThat(b.got).containsExactly("still");
    }

    @Test
    void anotherKeyNeverComesUp() {
        byte[] other = new byte[32];
        other[0] = 1;
        End a = end(1);
        End b = new End(new LinkKey(other), 2, time);
        a.send("secret plans");
        turns(300, a, b);
        assertThat(a.end.state()).isEqualTo(LinkState.SILENT);
        assertThat(b.got).isEmpty();
        assertThat(b.end.counts(0).faults().get(Fault.AUTHENTICATION)).isPositive();
    }

    @Test
    void whatIsPlayedBackCountsForNothing() {
        End a = end(1);
        End b = end(2);
        ByteArrayOutputStream recorded = new ByteArrayOutputStream();
        turns(5, a, b);
        for (int i = 0; i < 50; i++) {
            a.send("move " + i);
            recorded.writeBytes(toB);
            turn(a, b);
        }
        recorded.writeBytes(toB);
        turns(2, a, b);
        int before = b.got.size();
        // Into the same session, into that of a restarted receiver, and after a restarted sender.
        b.turn(recorded.toByteArray(), time);
        assertThat(b.got).hasSize(before);
        a.restart(time);
        turns(10, a, b);
        b.turn(recorded.toByteArray(), time);
        assertThat(b.got).hasSize(before);
        b.restart(time);
        b.turn(recorded.toByteArray(), time);
        assertThat(b.got).hasSize(before);
        assertThat(b.end.state()).isNotEqualTo(LinkState.UP);
        turns(100, a, b);
        assertThat(b.end.state()).isEqualTo(LinkState.UP);
    }

    @Test
    void aLineThatComesBackToItselfNeverComesUp() {
        End a = end(1);
        byte[] back = new byte[0];
        for (int i = 0; i < 200; i++) {
            back = a.turn(back, time);
            time.advance(TURN);
        }
        assertThat(a.end.state()).isEqualTo(LinkState.SILENT);
        assertThat(a.end.counts(0).faults().get(Fault.REPLAY)).isPositive();
    }

    @Test
    void ofTooManyMessagesTheOldestGiveWay() {
        End a = end(1);
        End b = end(2);
        for (int i = 0; i < 100; i++) {
            a.send("m" + i);
        }
        turns(10, a, b);
        assertThat(b.got).hasSize(LinkMachine.MOST_WAITING).startsWith("m36").endsWith("m99");
        assertThat(a.end.counts(0).dropped()).isEqualTo(100 - LinkMachine.MOST_WAITING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void overABadLineNothingIsForgedDoubledOrOutOfOrderAndItAlwaysRecovers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        End a = end(seed * 100);
        End b = end(seed * 100 + 1);
        List<byte[]> recorded = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            if (random.nextInt(4) == 0) {
                a.send("a" + i);
            }
            if (random.nextInt(4) == 0) {
                b.send("b" + i);
            }
            turn(a, b);
            recorded.add(toA);
            recorded.add(toB);
            toA = damaged(toA, recorded, random);
            toB = damaged(toB, recorded, random);
            if (random.nextInt(200) == 0) {
                (random.nextBoolean() ? a : b).restart(time);
            }
        }
        turns(150, a, b);
        assertThat(a.end.state()).as("seed " + seed).isEqualTo(LinkState.UP);
        assertThat(b.end.state()).as("seed " + seed).isEqualTo(LinkState.UP);
        assertThat(inOrder(a.got, b.sent)).as("seed " + seed).isTrue();
        assertThat(inOrder(b.got, a.sent)).as("seed " + seed).isTrue();
        assertThat(a.got.size()).as("seed " + seed).isGreaterThan(20);
    }

    /** Whether all that was got was sent, in that order, and none twice. */
    private static boolean inOrder(List<String> got, List<String> sent) {
        int at = -1;
        for (String text : got) {
            int place = sent.indexOf(text);
            if (place <= at) {
                return false;
            }
            at = place;
        }
        return true;
    }

    private static byte[] damaged(byte[] bytes, List<byte[]> recorded, SplittableRandom random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] copy = bytes.clone();
        switch (random.nextInt(8)) {
            case 0 -> {
                return new byte[0];
            }
            case 1 -> {
                for (int i = 0; i < copy.length; i++) {
                    copy[i] ^= random.nextInt(20) == 0 ? (byte) (1 << random.nextInt(8)) : 0;
                }
            }
            case 2 -> {
                byte[] garbage = new byte[random.nextInt(300)];
                random.nextBytes(garbage);
                out.writeBytes(garbage);
            }
            case 3 -> out.writeBytes(recorded.get(random.nextInt(recorded.size())));
            case 4 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length + 1));
            default -> {}
        }
        out.writeBytes(copy);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(LinkState.class)
    void everyCellOfTheTable(LinkState state) {
        for (LinkState.Happening happening : LinkState.Happening.values()) {
            LinkState expected =
                    switch (happening) {
                        case QUIET -> LinkState.SILENT;
                        case PROOF -> LinkState.UP;
                        case STRANGER -> state == LinkState.UP ? LinkState.UP : LinkState.GREETING;
                    };
            assertThat(state.after(happening)).isEqualTo(expected);
        }
    }
}
