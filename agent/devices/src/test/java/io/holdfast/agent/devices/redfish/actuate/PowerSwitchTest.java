package io.holdfast.agent.devices.redfish.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.redfish.Access;
import io.holdfast.agent.devices.redfish.FakeBmc;
import io.holdfast.agent.devices.redfish.Tree;
import io.holdfast.agent.devices.redfish.service.SessionKeeper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PowerSwitchTest {

    private static final String SYSTEM = "/redfish/v1/Sys/main";
    private static final String RESET = "POST " + SYSTEM + "/Actions/Reset";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeBmc fake = new FakeBmc(Tree.ofFixture("old-style.json"));

    private PowerResult act(FakeBmc bmc, PowerAct act, Optional<String> system)
            throws InterruptedException {
        Access access = bmc.access();
        SessionKeeper sessions = new SessionKeeper(access.login());
        PowerSwitch power =
                new PowerSwitch(access.client(sessions), sessions, bmc.time(), bmc.time()::advance);
        return power.act(act, system, PATIENCE);
    }

    private PowerResult act(PowerAct act) throws InterruptedException {
        return act(fake, act, Optional.empty());
    }

    private String turn(String from, String to) {
        fake.tree().edit(SYSTEM, "\"PowerState\":\"" + from, "\"PowerState\":\"" + to);
        return FakeBmc.answer(204, "", "");
    }

    @Test
    void offIsSaidOnlyOnceItIsReadBack() throws Exception {
        fake.whim(RESET, r -> r.endsWith("{\"ResetType\":\"ForceOff\"}") ? turn("On", "Off") : "");

        PowerResult result = act(PowerAct.FORCE_OFF);

        assertThat(result).isInstanceOf(PowerResult.Confirmed.class);
        PowerResult.Confirmed confirmed = (PowerResult.Confirmed) result;
        assertThat(confirmed.sent()).isTrue();
        assertThat(confirmed.evidence().value()).isEqualTo("Off");
        assertThat(confirmed.evidence().key()).isEqualTo(SYSTEM + "#/PowerState");
        assertThat(fake.log()).filteredOn(RESET::equals).hasSize(1);
    }

    @Test
    void aMachineThatStaysOnIsNotConfirmed() throws Exception {
        fake.whim(RESET, r -> FakeBmc.answer(204, "", ""));

        PowerResult result = act(PowerAct.GRACEFUL_SHUTDOWN);

        assertThat(result).isInstanceOf(PowerResult.Unconfirmed.class);
        assertThat(((PowerResult.Unconfirmed) result).lastState()).isEqualTo("On");
    }

    @Test
    void anOrderThatWasNotAnsweredIsReadBackAndNotSentAgain() throws Exception {
        fake.whim(
                RESET,
                r -> {
                    turn("On", "Off");
                    return "";
                });

        assertThat(act(PowerAct.FORCE_OFF)).isInstanceOf(PowerResult.Confirmed.class);
        assertThat(fake.log()).filteredOn(RESET::equals).hasSize(1);
    }

    @Test
    void whatIsSoAlreadyNeedsNoOrder() throws Exception {
        assertThat(act(PowerAct.ON))
                .isInstanceOfSatisfying(
                        PowerResult.Confirmed.class, done -> assertThat(done.sent()).isFalse());
        assertThat(fake.log()).doesNotContain(RESET);
    }

    @Test
    void whatIsNotAllowedIsNotSent() throws Exception {
        FakeBmc modern = new FakeBmc(Tree.ofFixture("new-style.json"));

        PowerResult result = act(modern, PowerAct.GRACEFUL_SHUTDOWN, Optional.empty());

        assertThat(result)
                .isEqualTo(
                        new PowerResult.NotAllowed(
                                PowerAct.GRACEFUL_SHUTDOWN, List.of("On", "ForceOff")));
        assertThat(modern.log()).noneMatch(l -> l.contains("ComputerSystem.Reset"));
    }

    @Test
    void aServiceThatSaysNothingOfWhatItAllowsIsNotTried() throws Exception {
        fake.tree().edit(SYSTEM, "ResetType@Redfish.AllowableValues", "Other");

        assertThat(act(PowerAct.FORCE_OFF))
                .isEqualTo(new PowerResult.NotAllowed(PowerAct.FORCE_OFF, List.of()));
    }

    @Test
    void aRefusalIsToldInTheBmcsOwnWords() throws Exception {
        fake.whim(
                RESET,
                r ->
                        FakeBmc.answer(
                                403, "", "{\"error\":{\"message\":\"Insufficient privilege\"}}"));

        assertThat(act(PowerAct.FORCE_OFF))
                .isInstanceOfSatisfying(
                        PowerResult.Refused.class,
                        refused ->
                                assertThat(refused.reason().detail())
                                        .contains("Insufficient privilege"));
    }

    @Test
    void anotherSystemIsNotSwitchedInsteadOfTheOneThatIsMeant() throws Exception {
        assertThat(act(fake, PowerAct.FORCE_OFF, Optional.of("other")))
                .isEqualTo(new PowerResult.Ambiguous(List.of("main")));
        fake.tree()
                .edit(
                        "/redfish/v1/Sys",
                        "{\"@odata.id\":\"/redfish/v1/Sys/main\"}",
                        "{\"@odata.id\":\"/redfish/v1/Sys/main\"},{\"@odata.id\":\"/redfish/v1/Sys/b\"}");
        fake.tree().put("/redfish/v1/Sys/b", "{\"Id\":\"b\",\"PowerState\":\"On\"}");

        assertThat(act(PowerAct.FORCE_OFF))
                .isEqualTo(new PowerResult.Ambiguous(List.of("main", "b")));
    }

    @Test
    void aSystemThatCannotBeReadLeavesItUnclearWhichIsMeant() throws Exception {
        fake.tree().remove(SYSTEM);

        assertThat(act(PowerAct.FORCE_OFF)).isInstanceOf(PowerResult.Unreachable.class);
    }
}
