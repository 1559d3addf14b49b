package io.holdfast.collector.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.config.rack.AgentChoice;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.Trust;
import io.holdfast.core.observation.Silence;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.tls.CollectorChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who polls a device. */
final class PollingTest extends PollingRig {

    @Test
    void anAgentMustProveThatItReachesADeviceBeforeItCounts() {
        connect(FIRST);
        pass(1);
        assertThat(role(FIRST)).contains(DeviceDuty.Role.TRY);
        assertThat(device().poller()).isEmpty();
        answers(FIRST);
        pass(1);
        assertThat(role(FIRST)).contains(DeviceDuty.Role.POLL);
        assertThat(device().poller()).contains(FIRST);
    }

    @Test
    void agentsOfOtherRacksAndOldAgentsGetNothing() {
        connect(ELSEWHERE);
        connect(FIRST, List.of());
        pass(1);
        assertThat(role(ELSEWHERE)).isEmpty();
        assertThat(link(FIRST).assigned).isEmpty();
        answers(ELSEWHERE);
        assertThat(tally.of(Tally.Count.FOREIGN_DEVICES)).isEqualTo(1);
        assertThat(device().poller()).isEmpty();
    }

    @Test
    void theHeaviestTakesOverWhenItIsSteadyAndNotBefore() {
        connect(THIRD);
        answers(THIRD);
        pass(1);
        connect(FIRST);
        answers(FIRST);
        pass(1);
        assertThat(device().poller()).contains(THIRD);
        assertThat(device().standIn()).contains(FIRST);
        passAnswering(31, THIRD, FIRST);
        assertThat(device().poller()).contains(FIRST);
        assertThat(device().standIn()).contains(THIRD);
    }

    @Test
    void whenThePollerIsGoneTheStandInTakesOverWithinTwoHeartbeats() {
        settle();
        assertThat(device().poller()).contains(FIRST);
        hosts.disconnect(link(FIRST), FIRST);
        links.remove(FIRST);
        passAnswering(2 * Rules.HEARTBEAT.toSeconds(), SECOND, THIRD);
        assertThat(device().poller()).contains(SECOND);
        assertThat(device().standIn()).contains(THIRD);
        assertThat(role(SECOND)).contains(DeviceDuty.Role.POLL);
        assertThat(moves()).endsWith(FIRST + " -> " + SECOND);
    }

    @Test
    void aPollerThatMissesTwoHeartbeatsLosesItsDevicesAlthoughItsStreamStands() {
        settle();
        passAnswering(2 * Rules.HEARTBEAT.toSeconds(), SECOND, THIRD);
        assertThat(device().poller()).contains(SECOND);
        assertThat(role(SECOND)).contains(DeviceDuty.Role.POLL);
    }

    @Test
    void oneLateHeartbeatMovesNothing() {
        settle();
        for (int i = 0; i < 100; i++) {
            passAnswering(1, SECOND, THIRD);
            time.advance(Duration.ofMillis(900));
            hosts.tick();
            heartbeat(FIRST);
            answers(FIRST);
            assertThat(device().poller()).contains(FIRST);
        }
        assertThat(moves()).hasSize(1);
    }

    @Test
    void aPollerThatWasUnheardTakesItsDevicesBackOnlyAfterItHasStayed() {
        settle();
        passAnswering(3, SECOND, THIRD);
        passAnswering(29, FIRST, SECOND, THIRD);
        assertThat(device().poller()).contains(SECOND);
        assertThat(moves()).hasSize(2);
    }

    @Test
    void whereAPollerLivesNobodyElseIsToldToPollBeforeItsLeaseIsOver() {
        settle();
        fails(FIRST, 2);
        answers(SECOND);
        pass(1);
        assertThat(device().poller()).contains(SECOND);
        assertThat(role(FIRST)).contains(DeviceDuty.Role.TRY);
        assertThat(role(SECOND)).contains(DeviceDuty.Role.STAND_BY);
        pass(1);
        assertThat(role(SECOND)).contains(DeviceDuty.Role.STAND_BY);
        pass(1);
        assertThat(role(SECOND)).contains(DeviceDuty.Role.POLL);
    }

    @Test
    void afterOurOwnStartNobodyIsToldAnythingWhileEarlierPollersMayBeAtWork() {
        hosts = newHosts();
        hosts.poll(List.of(pdu()));
        connect(SECOND);
        answers(SECOND);
        pass(2);
        assertThat(device().poller()).contains(SECOND);
        assertThat(link(SECOND).assigned).isEmpty();
        pass(1);
        assertThat(role(SECOND)).contains(DeviceDuty.Role.POLL);
    }

    @Test
    void aDeviceThatIsListedAnewIsNotPolledAtOnce() {
        settle();
        hosts.poll(List.of());
        pass(1);
        hosts.poll(List.of(pdu()));
        answers(THIRD);
        pass(1);
        assertThat(role(THIRD)).contains(DeviceDuty.Role.STAND_BY);
        pass(1);
        assertThat(role(THIRD)).contains(DeviceDuty.Role.POLL);
    }

    @Test
    void onlyHeartbeatsWithANumberAreAnswered() {
        connect(FIRST);
        heartbeat(FIRST);
        assertThat(link(FIRST).heard).isEmpty();
        heartbeat(FIRST, 4);
        assertThat(link(FIRST).heard).containsExactly(4L);
    }

    @Test
    void theLeaseOfAPollerEndsBeforeAnotherIsToldToPoll() {
        assertThat(Rules.POLL_LEASE).isLessThan(Rules.UNHEARD);
        assertThat(Watch.LATE).isLessThanOrEqualTo(Rules.UNHEARD.minus(Rules.HEARTBEAT));
    }

    @Test
    void anAgentThatReconnectsAtOnceLosesNothing() {
        settle();
        hosts.disconnect(link(FIRST), FIRST);
        time.advance(Rules.HEARTBEAT.dividedBy(2));
        hosts.tick();
        connect(FIRST);
        passAnswering(5, FIRST, SECOND, THIRD);
        assertThat(device().poller()).contains(FIRST);
        assertThat(moves()).hasSize(1);
    }

    @Test
    void anAgentThatFlapsDoesNotThrash() {
        settle();
        int before = moves().size();
        for (int i = 0; i < 5; i++) {
            hosts.disconnect(link(FIRST), FIRST);
            links.remove(FIRST);
            passAnswering(5, SECOND, THIRD);
            connect(FIRST);
            passAnswering(20, FIRST, SECOND, THIRD);
        }
        assertThat(moves()).hasSize(before + 1);
        assertThat(device().poller()).contains(SECOND);
    }

    @Test
    void aPauseOfOursMovesNothing() {
        settle();
        time.advance(Duration.ofMinutes(5));
        hosts.tick();
        assertThat(device().poller()).contains(FIRST);
    }

    @Test
    void whenThePollerIsCutFromTheDeviceWhoeverProvesItsReachTakesOver() {
        settle();
        fails(FIRST, 1);
        pass(1);
        assertThat(link(SECOND).lastRound()).isEqualTo(1);
        fails(FIRST, 2);
        pass(1);
        assertThat(device().poller()).as("no proof since").contains(FIRST);
        answers(THIRD);
        pass(1);
        assertThat(device().poller()).contains(THIRD);
    }

    @Test
    void anAgentThatCallsItselfLikeADeviceIsCutOff() {
        connect(PDU);
        assertThat(link(PDU).cuts).containsExactly(CutOff.IS_DEVICE);
        assertThat(hosts.agents()).isEmpty();
    }

    @Test
    void aDeviceWhoseCredentialCannotBeReadIsGivenToNobodyAndSaysWhy() {
        Silence why = Silence.of(Silence.Cause.NOT_PERMITTED, "its credential cannot be read");
        hosts.poll(List.of(pdu(Optional.empty(), Optional.of(why))));
        connect(FIRST);
        pass(1);
        assertThat(role(FIRST)).isEmpty();
        assertThat(device().error()).contains(why);
    }

    @Test
    void noAgentIsToldMoreThanAMessageHolds() {
        List<PolledDevice> many = new ArrayList<>();
        String pem = "x".repeat(16_000);
        for (int i = 0; i < 300; i++) {
            many.add(
                    new PolledDevice(
                            HostId.parse("ber1/r1/bmc" + i),
                            Kind.BMC,
                            new Access.Redfish("https://b", new Trust.Authority(pem)),
                            AgentChoice.OF_THE_RACK,
                            Duration.ofSeconds(60),
                            Duration.ofSeconds(20),
                            Optional.of(new Login.Open()),
                            Optional.empty()));
        }
        hosts.poll(many);
        connect(FIRST);
        pass(1);
        var told = link(FIRST).assigned.getLast();
        assertThat(told.duties().size()).isBetween(50, 65);
        assertThat(Codec.encode(told).length).isLessThan(CollectorChannel.MOST_INBOUND_BYTES);
    }
}
