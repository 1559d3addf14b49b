package io.holdfast.agent.devices.snmp.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.agent.devices.snmp.peer.HostileAgent;
import io.holdfast.agent.devices.snmp.peer.TestSession;
import io.holdfast.mibs.object.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.VariableBinding;

/** Question after question without the asker: in order, to the end, and nothing left behind. */
final class ConversationIT {

    private static final Question FIRST = new Question.Next(Oid.parse("1.3.6.1.2.1.1"));

    private HostileAgent agent;
    private SnmpSession session;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        agent = HostileAgent.start((request, number) -> List.of(answer(request, number)));
        session = TestSession.open();
        line = session.line(agent.target(), TestSession.community("public"));
    }

    @AfterEach
    void stop() {
        session.close();
        agent.close();
    }

    private static byte[] answer(PDU request, int number) {
        PDU response = new PDU();
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        response.add(new VariableBinding(request.get(0).getOid(), new Integer32(number)));
        return Messages.encode("public", response);
    }

    @Test
    void eachAnswerIsShownOnceAndInOrder() throws Exception {
        List<String> shown = new ArrayList<>();
        Reply last =
                line.converse(
                        FIRST,
                        TestSession.PLENTY,
                        answer -> {
                            shown.add(answer.bindings().getFirst().value().toString());
                            return shown.size() < 100 ? Optional.of(FIRST) : Optional.empty();
                        });
        assertThat(last).isInstanceOf(Reply.Answer.class);
        assertThat(shown).hasSize(100).doesNotHaveDuplicates();
        assertThat(agent.asked()).isEqualTo(100);
        assertThat(session.underWay()).isZero();
    }

    @Test
    void aFollowupThatFailsIsTheAskersTroubleOnly() throws Exception {
        assertThatThrownBy(
                        () ->
                                line.converse(
                                        FIRST,
                                        TestSession.PLENTY,
                                        answer -> {
                                            throw new IllegalArgumentException("a planted defect");
                                        }))
                .hasRootCauseMessage("a planted defect");
        assertThat(session.underWay()).isZero();
        assertThat(line.ask(FIRST, TestSession.PLENTY)).isInstanceOf(Reply.Answer.class);
    }

    @Test
    void anAskerWhoLeavesIsNotTalkedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger answers = new AtomicInteger();
        Thread asker =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        line.converse(
                                                FIRST,
                                                TestSession.PLENTY,
                                                answer -> {
                                                    answers.incrementAndGet();
                                                    begun.countDown();
                                                    return Optional.of(FIRST);
                                                });
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        begun.await();
        asker.interrupt();
        asker.join();
        int then = answers.get();
        assertThat(session.underWay()).isZero();
        assertThat(line.ask(FIRST, TestSession.PLENTY)).isInstanceOf(Reply.Answer.class);
        assertThat(answers).hasValue(then);
    }

    @Test
    void silenceInTheMiddleIsSaid() throws Exception {
        agent.behave(
                (request, number) -> number < 3 ? List.of(answer(request, number)) : List.of());
        Reply last = line.converse(FIRST, Duration.ofMillis(80), answer -> Optional.of(FIRST));
        assertThat(last)
                .isInstanceOfSatisfying(
                        Reply.Unanswered.class,
                        it -> assertThat(it.trouble().kind()).isEqualTo(Trouble.Kind.TIMED_OUT));
        assertThat(session.underWay()).isZero();
    }
}
