package io.holdfast.agent.devices.ipmi.rmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.testkit.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanLinkTest {

    private static final Request ASK = Request.of(NetFn.APP, 0x01);

    private final ManualTime time = ManualTime.start();
    private final FakeBmc bmc = new FakeBmc();
    private boolean interrupts;

    @ParameterizedTest
    @EnumSource(CipherSuite.class)
    void opensASessionAndAsks(CipherSuite suite) throws InterruptedException {
        bmc.offered.add(17);

        LanLink link = link(Optional.of(suite), Privilege.USER);

        assertThat(link.exchange(ASK)).isEqualTo(new Answer.Reply(0, Octets.of(0x20, 1, 2, 3)));
        assertThat(link.suite()).contains(suite);
        assertThat(bmc.heard).contains("open " + suite.authentication() + " privilege 2");
        link.close();
        assertThat(bmc.sessionsClosed).isEqualTo(1);
    }

    @Test
    void takesTheBetterSuiteWhereItIsOffered() throws InterruptedException {
        bmc.offered.add(17);
        LanLink link = link(Optional.empty(), Privilege.USER);
        link.exchange(ASK);
        assertThat(link.suite()).contains(CipherSuite.SUITE_17);
    }

    @Test
    void takesTheCommonSuiteWhereTheBetterIsNotOffered() throws InterruptedException {
        LanLink link = link(Optional.empty(), Privilege.USER);
        link.exchange(ASK);
        assertThat(link.suite()).contains(CipherSuite.SUITE_3);
    }

    @Test
    void saysThatTheSuiteIsNotOffered() throws InterruptedException {
        Answer answer = link(Optional.of(CipherSuite.SUITE_17), Privilege.USER).exchange(ASK);
        assertNone(answer, Answer.Why.REFUSED, "refuses cipher suite 17");
    }

    @Test
    void aWrongPasswordIsToldAndNoProofOfItIsGiven() throws InterruptedException {
        bmc.password = "another";
        Answer answer = link(Optional.empty(), Privilege.USER).exchange(ASK);
        assertNone(answer, Answer.Why.REFUSED, "wrong password for user 'monitor'");
    }

    @Test
    void anUnknownUserIsTold() throws InterruptedException {
        bmc.user = "somebody";
        Answer answer = link(Optional.empty(), Privilege.USER).exchange(ASK);
        assertNone(answer, Answer.Why.REFUSED, "no such user");
    }

    @Test
    void aPrivilegeThatIsNotGivenIsToldAndTheSessionIsClosed() throws InterruptedException {
        Answer answer = link(Optional.empty(), Privilege.ADMINISTRATOR).exchange(ASK);
        assertNone(answer, Answer.Why.REFUSED, "privilege administrator");
        assertThat(bmc.sessionsClosed).isEqualTo(1);
    }

    @Test
    void aSilentBmcIsTriedAFewTimesWithinADeadline() throws InterruptedException {
        bmc.dead = true;
        LanLink link = link(Optional.empty(), Privilege.USER);
        assertNone(link.exchange(ASK), Answer.Why.TIMED_OUT, "no answer");
        assertThat(link.sent()).isLessThanOrEqualTo(Patience.USUAL.tries());
    }

    @Test
    void cutPacketsAreCountedAndToldOf() throws InterruptedException {
        bmc.sessionHabit = answer -> List.of(Arrays.copyOf(answer, answer.length - 7));
        Answer answer = link(Optional.empty(), Privilege.USER).exchange(ASK);
        assertNone(answer, Answer.Why.NOT_UNDERSTOOD, "a packet cut short");
    }

    @Test
    void packetsOfAnotherSessionAreCountedAndToldOf() throws InterruptedException {
        bmc.sessionHabit =
                answer -> {
                    byte[] other = answer.clone();
                    other[6] ^= 1;
                    return List.of(other);
                };
        Answer answer = link(Optional.empty(), Privilege.USER).exchange(ASK);
        assertNone(answer, Answer.Why.NOT_UNDERSTOOD, "a packet of another session");
    }

    @Test
    void aReplayedPacketIsTakenOnce() throws InterruptedException {
        List<byte[]> kept = new ArrayList<>();
        LanLink link = link(Optional.empty(), Privilege.USER);
        link.exchange(ASK);
        bmc.sessionHabit =
                answer -> {
                    kept.add(answer);
                    return kept.size() == 1 ? List.of(answer) : List.of(kept.getFirst());
                };
        assertThat(link.exchange(ASK)).isInstanceOf(Answer.Reply.class);
        // From now on the BMC only repeats its first packet, and opening anew does not help.
        assertNone(link.exchange(ASK), Answer.Why.NOT_UNDERSTOOD, "");
    }

    @Test
    void aLateAnswerIsNotTakenForTheNextOnes() throws InterruptedException {
        LanLink link = link(Optional.empty(), Privilege.USER);
        link.exchange(ASK);
        bmc.device = request -> new byte[] {0, request[5]};
        List<byte[]> late = new ArrayList<>();
        bmc.sessionHabit =
                answer -> {
                    late.add(answer);
                    return late.size() < 2 ? List.of() : List.of(late.removeFirst());
                };
        // The first try goes unanswered; what comes in the second is the answer to the first.
        assertThat(link.exchange(Request.of(NetFn.APP, 0x11)))
                .isEqualTo(new Answer.Reply(0, Octets.of(0x11)));
        assertThat(link.exchange(Request.of(NetFn.APP, 0x12)))
                .isEqualTo(new Answer.Reply(0, Octets.of(0x12)));
    }

    @Test
    void anOrderIsNeverSentTwice() throws InterruptedException {
        LanLink link = link(Optional.empty(), Privilege.USER);
        link.exchange(ASK);
        bmc.device = request -> new byte[0];
        bmc.heard.clear();
        assertThat(link.exchange(ASK.once())).isInstanceOf(Answer.None.class);
        assertThat(bmc.heard).containsExactly("session 1");
    }

    @Test
    void aLongIdleSessionIsOpenedAnew() throws InterruptedException {
        LanLink link = link(Optional.empty(), Privilege.USER);
        link.exchange(ASK);
        time.advance(LanLink.LONGEST_IDLE.plusSeconds(1));
        bmc.heard.clear();
        assertThat(link.exchange(ASK)).isInstanceOf(Answer.Reply.class);
        assertThat(bmc.heard).contains("open 1 privilege 2");
    }

    @Test
    void findsOutThatCipherZeroLetsAnybodyIn() throws InterruptedException {
        LanLink link = link(Optional.empty(), Privilege.USER);
        assertThat(link.acceptsCipherZero()).isFalse();
        bmc.zero = true;
        bmc.password = "unknown to us";
        assertThat(link.acceptsCipherZero()).isTrue();
        assertThat(bmc.sessionsClosed).isEqualTo(1);
    }

    /** A virtual thread that is interrupted while it receives closes its socket. */
    @Test
    void whoWasInterruptedGetsAnotherSocket() throws InterruptedException {
        LanLink link = link(Optional.empty(), Privilege.USER);
        link.exchange(ASK);
        interrupts = true;
        assertThatThrownBy(() -> link.exchange(ASK)).isInstanceOf(InterruptedException.class);
        interrupts = false;
        assertThat(link.exchange(ASK)).isInstanceOf(Answer.Reply.class);
    }

    @Test
    void manyBadRoundsLeaveNothingBehind() throws InterruptedException {
        Random damage = new Random(7);
        bmc.habit =
                answer -> {
                    byte[] bad = Arrays.copyOf(answer, damage.nextInt(answer.length + 1));
                    if (bad.length > 0) {
                        bad[damage.nextInt(bad.length)] ^= (byte) (1 << damage.nextInt(8));
                    }
                    return List.of(bad);
                };
        int threads = Thread.activeCount();
        LanLink link = link(Optional.empty(), Privilege.USER);
        for (int i = 0; i < 10_000; i++) {
            assertThat(link.exchange(ASK)).isInstanceOf(Answer.None.class);
        }
        assertThat(Thread.activeCount()).isEqualTo(threads);
    }

    private static void assertNone(Answer answer, Answer.Why why, String words) {
        assertThat(answer).isInstanceOf(Answer.None.class);
        assertThat(((Answer.None) answer).why()).isEqualTo(why);
        assertThat(((Answer.None) answer).detail()).contains(words);
    }

    private LanLink link(Optional<CipherSuite> suite, Privilege privilege) {
        LanTarget target =
                new LanTarget("bmc", 623, "monitor", Password.of("secret"), suite, privilege);
        return new LanLink(target, (host, port) -> waiting(), Patience.USUAL, time, new Random(1));
    }

    /** The BMC, with time that passes while nothing comes. */
    private Datagrams waiting() {
        return new Datagrams() {
            private boolean closed;

            @Override
            public void send(byte[] packet) throws IOException {
                if (closed) {
                    throw new IOException("Socket is closed");
                }
                bmc.send(packet);
            }

            @Override
            public Optional<byte[]> receive(Duration within) throws InterruptedException {
                if (interrupts) {
                    closed = true;
                    throw new InterruptedException("stopped while waiting for a BMC");
                }
                Optional<byte[]> came = bmc.receive(within);
                if (came.isEmpty()) {
                    time.advance(within.plusMillis(1));
                }
                return came;
            }

            @Override
            public void close() {}
        };
    }
}
