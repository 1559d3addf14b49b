package io.holdfast.agent.devices.ipmi.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.agent.devices.ipmi.message.ScriptedLink;
import io.holdfast.testkit.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChassisControlTest {

    private static final int CONTROL = 2;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final ManualTime time = ManualTime.start();
    private boolean on = true;
    private boolean obeys = true;
    private Answer order = new Answer.Reply(0, Octets.NONE);
    private int offForReads;

    private final ScriptedLink link = new ScriptedLink(this::answer);
    private final ChassisControl control = new ChassisControl(new Bmc(link, time::advance), time);

    @Test
    void readsBackThatThePowerIsOff() throws InterruptedException {
        assertThat(control.act(PowerAction.OFF, WITHIN)).isEqualTo(new PowerOutcome.Verified(true));
        assertThat(link.asked().getFirst().repeatable()).isFalse();
    }

    @Test
    void aCycleIsProvenByHavingBeenOff() throws InterruptedException {
        offForReads = 2;
        assertThat(control.act(PowerAction.CYCLE, WITHIN))
                .isEqualTo(new PowerOutcome.Verified(true));
    }

    @Test
    void aCycleThatWasNeverSeenOffIsNotVerified() throws InterruptedException {
        obeys = false;
        assertThat(control.act(PowerAction.CYCLE, WITHIN)).isInstanceOf(PowerOutcome.NotSeen.class);
    }

    @Test
    void anOrderThatIsNotObeyedIsNotVerified() throws InterruptedException {
        obeys = false;
        assertThat(control.act(PowerAction.OFF, WITHIN))
                .isEqualTo(new PowerOutcome.NotSeen("the power is on after 10 s"));
    }

    @Test
    void aRefusalIsToldAndNothingIsReadBack() throws InterruptedException {
        order = new Answer.Reply(0xd4, Octets.NONE);
        assertThat(control.act(PowerAction.OFF, WITHIN)).isInstanceOf(PowerOutcome.Refused.class);
        assertThat(link.asked()).hasSize(1);
    }

    @Test
    void anUnansweredOrderIsReadBackAndNeverRepeated() throws InterruptedException {
        order = new Answer.None(Answer.Why.TIMED_OUT, "no answer");
        obeys = false;
        assertThat(control.act(PowerAction.OFF, WITHIN)).isInstanceOf(PowerOutcome.Unknown.class);
        assertThat(link.asked().stream().filter(r -> r.command() == CONTROL)).hasSize(1);
        obeys = true;
        assertThat(control.act(PowerAction.OFF, WITHIN)).isEqualTo(new PowerOutcome.Verified(true));
    }

    private Answer answer(Request request) {
        if (request.command() == CONTROL) {
            int action = request.data().u8(0);
            if (obeys) {
                on = action != PowerAction.OFF.number() && action != PowerAction.SOFT_OFF.number();
            }
            return order;
        }
        boolean now = on && (!obeys || offForReads-- <= 0);
        return new Answer.Reply(0, Octets.of(now ? 1 : 0, 0, 0));
    }
}
