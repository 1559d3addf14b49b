package io.holdfast.agent.devices.snmp.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.agent.devices.snmp.exchange.ErrorStatus;
import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.mibs.knowledge.Control;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.testkit.ManualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Switching an outlet of a PDU that does as told, late, not at all, or falls silent. */
final class ActuatorTest {

    private static final Oid COMMAND = Oid.parse("1.3.6.1.4.1.318.1.1.12.3.3.1.1.4");
    private static final Oid STATE = Oid.parse("1.3.6.1.4.1.318.1.1.12.3.5.1.1.4");
    private static final Switching OUTLET =
            Switching.of(
                    new Control(
                            new HostId("s", "r", "pdu").component(Kind.OUTLET, "7"),
                            new Control.Write(COMMAND.child(7), 2),
                            new Control.Write(COMMAND.child(7), 1),
                            STATE.child(7),
                            2,
                            1));

    private final ManualTime time = ManualTime.start();
    private final Pdu pdu = new Pdu();
    private final Actuator actuator = new Actuator(pdu, Patience.DEFAULT, time, time::advance);

    private final class Pdu implements Line {
        int state = 1;
        int writes;
        int deafAfterAsked = Integer.MAX_VALUE;
        boolean losesAnswerToWrite;
        boolean obeys = true;
        Duration delay = Duration.ZERO;
        ErrorStatus refusal = ErrorStatus.NO_ERROR;
        private int asked;
        private long dueNanos;

        @Override
        public boolean knowsBulk() {
            return true;
        }

        @Override
        public Reply ask(Question question, Duration timeout) {
            asked++;
            if (asked > deafAfterAsked) {
                return silence(timeout);
            }
            return switch (question) {
                case Question.Set(List<Binding> bindings) -> set(bindings, timeout);
                case Question.Get get -> {
                    boolean done = writes > 0 && obeys && time.nanos() >= dueNanos;
                    Value value = new Value.Whole(done ? 3 - state : state);
                    yield new Reply.Answer(List.of(new Binding(STATE.child(7), value)));
                }
                case Question.Next next -> throw new AssertionError("not a walk");
                case Question.Bulk bulk -> throw new AssertionError("not a walk");
            };
        }

        private Reply set(List<Binding> bindings, Duration timeout) {
            if (refusal != ErrorStatus.NO_ERROR) {
                return new Reply.Rejected(refusal, 1);
            }
            assertThat(bindings)
                    .containsExactly(new Binding(COMMAND.child(7), new Value.Whole(3 - state)));
            writes++;
            dueNanos = time.nanos() + delay.toNanos();
            return losesAnswerToWrite ? silence(timeout) : new Reply.Answer(bindings);
        }

        private Reply silence(Duration timeout) {
            time.advance(timeout);
            return new Reply.Unanswered(
                    new Trouble(Trouble.Kind.TIMED_OUT, "no answer within 3000 ms"));
        }
    }

    @Test
    void offIsWrittenOnceAndReadBack() throws Exception {
        assertThat(actuator.make(OUTLET, Wish.OFF))
                .isEqualTo(new Actuation.Done(true, "outlet:7: " + STATE + ".7 = 2"));
        assertThat(pdu.writes).isEqualTo(1);
    }

    @Test
    void whatIsAlreadySoIsNotWritten() throws Exception {
        assertThat(actuator.make(OUTLET, Wish.ON)).isInstanceOf(Actuation.Done.class);
        assertThat(pdu.writes).isZero();
    }

    @Test
    void aSlowRelayIsWaitedFor() throws Exception {
        pdu.delay = Duration.ofSeconds(7);
        assertThat(actuator.make(OUTLET, Wish.OFF)).isInstanceOf(Actuation.Done.class);
        assertThat(pdu.writes).isEqualTo(1);
    }

    @Test
    void aPduThatSaysYesAndDoesNothingIsNotBelieved() throws Exception {
        pdu.obeys = false;
        assertThat(actuator.make(OUTLET, Wish.OFF))
                .isEqualTo(new Actuation.NotConfirmed("outlet:7: " + STATE + ".7 = 1"));
        assertThat(pdu.writes).isEqualTo(1);
    }

    @Test
    void aLostAnswerToAWriteIsDecidedByReading() throws Exception {
        pdu.losesAnswerToWrite = true;
        assertThat(actuator.make(OUTLET, Wish.OFF)).isInstanceOf(Actuation.Done.class);
        assertThat(pdu.writes).isEqualTo(1);
    }

    @Test
    void silenceAfterTheWriteIsNeitherDoneNorNotDone() throws Exception {
        pdu.deafAfterAsked = 2;
        assertThat(actuator.make(OUTLET, Wish.OFF)).isInstanceOf(Actuation.Unknown.class);
        assertThat(pdu.writes).isEqualTo(1);
    }

    @Test
    void silenceBeforeTheWriteMeansThatNothingWasDone() throws Exception {
        pdu.deafAfterAsked = 0;
        assertThat(actuator.make(OUTLET, Wish.OFF)).isInstanceOf(Actuation.NotDone.class);
        assertThat(pdu.writes).isZero();
    }

    @Test
    void aRefusalSaysWhatMayBeDoneAboutIt() throws Exception {
        pdu.refusal = ErrorStatus.NOT_WRITABLE;
        assertThat(actuator.make(OUTLET, Wish.OFF))
                .isEqualTo(
                        new Actuation.NotDone(
                                "the device refuses to switch outlet:7: notWritable (this login may"
                                        + " not write)"));
    }
}
