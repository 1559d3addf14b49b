package io.holdfast.wire.api.report;

import static io.holdfast.core.component.Kind.DISK;
import static io.holdfast.core.component.Kind.HOST;
import static io.holdfast.core.component.Kind.NIC;
import static io.holdfast.core.component.Kind.PSU;
import static io.holdfast.core.component.Kind.TEMPERATURE;
import static io.holdfast.core.observation.Health.DEGRADED;
import static io.holdfast.core.observation.Health.FAILED;
import static io.holdfast.core.observation.Health.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.Component;
import io.holdfast.core.observation.Health;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.state.Change;
import io.holdfast.wire.api.AgentReport.State;
import io.holdfast.wire.api.Status;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRuleTest {

    private static Status of(Rack rack) {
        return StatusRule.of(rack.findings());
    }

    private static Rack psus(Health first, Health second) {
        return new Rack()
                .reports(PSU, "1", first)
                .reports(PSU, "2", second)
                .group("power", 1, PSU, "1", "2");
    }

    @Test
    void allWellIsOk() {
        assertThat(of(psus(OK, OK))).isEqualTo(Status.OK);
    }

    @Test
    void theLastSpareLostIsCritical() {
        assertThat(of(psus(OK, FAILED))).isEqualTo(Status.CRITICAL);
    }

    @Test
    void tooFewIsCritical() {
        assertThat(of(psus(FAILED, FAILED))).isEqualTo(Status.CRITICAL);
    }

    @Test
    void aSpareLostAndOneLeftIsAWarning() {
        Rack rack =
                new Rack().reports(DISK, "a", OK).reports(DISK, "b", OK).reports(DISK, "c", FAILED);
        assertThat(of(rack.group("md0", 1, DISK, "a", "b", "c"))).isEqualTo(Status.WARNING);
    }

    @Test
    void aWeakPartIsAWarning() {
        assertThat(of(psus(OK, DEGRADED))).isEqualTo(Status.WARNING);
    }

    @Test
    void aFailedPartThatCoversNothingIsAWarning() {
        assertThat(of(new Rack().reports(TEMPERATURE, "inlet", FAILED))).isEqualTo(Status.WARNING);
    }

    @Test
    void noSpareByDesignIsOk() {
        assertThat(of(new Rack().reports(NIC, "eth0", OK).group("network", 1, NIC, "eth0")))
                .isEqualTo(Status.OK);
    }

    @Test
    void theOnlyPartLostIsCritical() {
        assertThat(of(new Rack().reports(NIC, "eth0", FAILED).group("network", 1, NIC, "eth0")))
                .isEqualTo(Status.CRITICAL);
    }

    @Test
    void nothingKnownIsUnknown() {
        assertThat(of(new Rack())).isEqualTo(Status.UNKNOWN);
        assertThat(of(new Rack().silent(DISK, "sda"))).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void theHostItselfIsNotEnoughToBeOk() {
        assertThat(of(new Rack().reports(HOST, "db07", OK))).isEqualTo(Status.UNKNOWN);
        assertThat(of(new Rack().reports(HOST, "db07", OK).reports(NIC, "eth0", OK)))
                .isEqualTo(Status.OK);
    }

    @Test
    void aGroupThatMayStandEitherWayIsUnknown() {
        Rack rack = new Rack().reports(PSU, "1", OK).silent(PSU, "2");
        assertThat(of(rack.group("power", 1, PSU, "1", "2"))).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aLossThatNothingKnownCoversIsCriticalThoughTheGroupIsUnknown() {
        Rack rack = new Rack().reports(PSU, "1", FAILED).silent(PSU, "2");
        assertThat(of(rack.group("power", 1, PSU, "1", "2"))).isEqualTo(Status.CRITICAL);
    }

    @Test
    void silenceOfAPartBesidesOthersIsOk() {
        assertThat(of(psus(OK, OK).silent(DISK, "sda"))).isEqualTo(Status.OK);
    }

    @Test
    void aClaimOfTheDeviceThatItsMembersDoNotShowIsTheWorseOfBoth() {
        Rack better = new Rack().reports(PSU, "1", OK).reports(PSU, "2", FAILED);
        assertThat(of(better.group("power", 1, Optional.of(Redundancy.FULL), PSU, "1", "2")))
                .isEqualTo(Status.CRITICAL);
        Rack worse = new Rack().reports(PSU, "1", OK).reports(PSU, "2", OK);
        assertThat(of(worse.group("power", 1, Optional.of(Redundancy.DEGRADED), PSU, "1", "2")))
                .isEqualTo(Status.WARNING);
        Rack alone = new Rack().reports(PSU, "1", OK);
        assertThat(of(alone.group("power", 1, Optional.of(Redundancy.FULL), PSU, "1")))
                .isEqualTo(Status.WARNING);
    }

    @Test
    void anAcceptedPartThatIsMissingIsAWarning() {
        Rack rack =
                new Rack().reports(DISK, "sda", OK).reports(DISK, "sdb", OK).looked().accepted();
        assertThat(of(rack)).isEqualTo(Status.OK);
        assertThat(of(rack.absent(DISK, "sdb"))).isEqualTo(Status.WARNING);
    }

    @Test
    void anotherPieceOfHardwareIsAWarning() {
        Rack rack = new Rack().reports(DISK, "sda", OK);
        var sda = Rack.HOST.component(DISK, "sda");
        rack.state().apply(new Change.Seen(Component.ofHost(sda, Map.of("serial", "A")), "test"));
        rack.accepted();
        rack.state().apply(new Change.Seen(Component.ofHost(sda, Map.of("serial", "B")), "test"));
        assertThat(of(rack)).isEqualTo(Status.WARNING);
    }

    @Test
    void anAddedPartIsOk() {
        Rack rack = new Rack().reports(DISK, "sda", OK).accepted().reports(DISK, "sdb", OK);
        assertThat(of(rack)).isEqualTo(Status.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTED, OK, OK",
        "SILENT, OK, UNKNOWN",
        "NEVER, OK, UNKNOWN",
        "REVOKED, OK, UNKNOWN",
        "UNKNOWN, OK, UNKNOWN",
        "SILENT, DEGRADED, WARNING",
        "SILENT, FAILED, CRITICAL"
    })
    void anAgentThatIsNotHeardHidesNothingThatIsKnown(State agent, Health second, Status status) {
        assertThat(StatusRule.of(psus(OK, second).findings(), agent)).isEqualTo(status);
    }

    @Test
    void exitCodesAreThoseOfMonitoringPlugins() {
        assertThat(Status.values()).extracting(Status::exitCode).containsExactly(0, 1, 2, 3);
    }
}
