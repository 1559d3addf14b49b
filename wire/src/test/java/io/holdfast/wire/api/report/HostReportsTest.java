package io.holdfast.wire.api.report;

import static io.holdfast.core.component.Kind.DISK;
import static io.holdfast.core.component.Kind.PSU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.state.Change;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.ComponentReport;
import io.holdfast.wire.api.ComponentReport.HealthWord;
import io.holdfast.wire.api.ComponentReport.Presence;
import io.holdfast.wire.api.DifferenceReport;
import io.holdfast.wire.api.GroupReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.SilenceCause;
import io.holdfast.wire.api.SilentReport;
import io.holdfast.wire.api.SpofReport;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.json.JsonMismatch;
import io.holdfast.wire.api.json.JsonRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HostReportsTest {

    private static final Instant NOW = Rack.AT.plusSeconds(90);

    private static final Rack RACK = degraded();

    private static Rack degraded() {
        Rack rack =
                new Rack()
                        .reports(PSU, "1", Health.OK)
                        .reports(PSU, "2", Health.OK)
                        .group("power", 1, PSU, "1", "2")
                        .silent(DISK, "sda")
                        .looked()
                        .accepted()
                        .absent(PSU, "2");
        Silence silence = new Silence(Silence.Cause.NOT_INSTALLED, "no smartctl", "apt install it");
        rack.state().apply(new Change.UnseenListed("smart", List.of(new Unseen("disks", silence))));
        return rack;
    }

    private static final HostReport REPORT = HostReports.local(RACK.findings(), NOW);

    private static ComponentReport component(String local) {
        String id = Rack.HOST + "/" + local;
        return REPORT.components().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPulledPartIsAbsentNotFailed() {
        ComponentReport pulled = component("psu:2");
        assertThat(pulled.presence()).isEqualTo(Presence.ABSENT);
        assertThat(pulled.health()).isEqualTo(HealthWord.UNKNOWN);
        assertThat(pulled.standing()).isEqualTo(Standing.ABSENT);
        assertThat(pulled.evidence()).extracting("source").containsExactly("/sys/x");
        assertThat(pulled.silence()).isEmpty();
        assertThat(pulled.ageSeconds()).isEqualTo(90);
    }

    @Test
    void aSilentPartSaysWhyAndWhatHelps() {
        ComponentReport silent = component("disk:sda");
        assertThat(silent.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(silent.health()).isEqualTo(HealthWord.UNKNOWN);
        assertThat(silent.silence().orElseThrow().remedy()).isEqualTo("run as root");
    }

    @Test
    void aGroupShowsItsSparesAndMembers() {
        GroupReport power = REPORT.groups().getFirst();
        assertThat(power.redundancy()).isEqualTo(Redundancy.NONE);
        assertThat(power.spares()).hasValue(0);
        assertThat(power.designSpares()).isEqualTo(1);
        assertThat(power.members())
                .extracting(GroupReport.Member::standing)
                .containsExactly(Standing.WORKING, Standing.ABSENT);
    }

    @Test
    void theLastPartIsASinglePointOfFailureAndWhy() {
        assertThat(REPORT.spofs())
                .containsExactly(
                        new SpofReport(
                                "ber1/r12/db07/psu:1",
                                "ber1/r12/db07/group:power",
                                "ber1/r12/db07/group:power",
                                false,
                                "no spare is left: psu:2 is absent",
                                Optional.empty()));
    }

    @Test
    void sparesThatNobodyKnowsAreMissingAndNotNought() throws JsonMismatch {
        Rack half =
                new Rack()
                        .reports(PSU, "1", Health.OK)
                        .silent(PSU, "2")
                        .group("power", 1, PSU, "1", "2")
                        .looked();
        GroupReport power = HostReports.local(half.findings(), NOW).groups().getFirst();
        assertThat(power.redundancy()).isEqualTo(Redundancy.UNKNOWN);
        assertThat(power.spares()).isEmpty();
        assertThat(JsonRecord.of(GroupReport.class).text(power)).doesNotContain("\"spares\"");
    }

    @Test
    void aHostThatIsNotHeardKeepsItsLastKnownSinglePointsOfFailure() {
        HostFindings seen = RACK.findings();
        HostFindings silent =
                new HostFindings(
                        seen.host(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(new HostFindings.LastKnown(Rack.AT, seen.groups())));
        assertThat(HostReports.local(silent, NOW).spofs())
                .extracting(SpofReport::component, SpofReport::lastKnown)
                .containsExactly(
                        tuple(
                                "ber1/r12/db07/psu:1",
                                Optional.of(new SpofReport.LastKnown(Rack.AT, 90))));
    }

    @Test
    void whatIsNotAsAcceptedIsListed() {
        assertThat(REPORT.differences())
                .containsExactly(
                        new DifferenceReport(
                                DifferenceReport.Type.MISSING,
                                "ber1/r12/db07/psu:2",
                                "accepted, and not there"));
    }

    @Test
    void whatCouldNotBeSeenIsListedWithAndWithoutAComponent() {
        assertThat(REPORT.silent())
                .extracting(SilentReport::target, SilentReport::cause)
                .containsExactly(
                        tuple("disks", SilenceCause.NOT_INSTALLED),
                        tuple("ber1/r12/db07/disk:sda", SilenceCause.NOT_PERMITTED));
    }

    @Test
    void aSilentAgentIsNamedFirstAndChangesNoHealth() {
        AgentReport agent =
                new AgentReport(
                        AgentReport.State.SILENT,
                        "0.1.0",
                        Optional.of(Rack.AT),
                        OptionalLong.of(90),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty());
        HostReport silent = HostReports.ofAgent(RACK.findings(), agent, Optional.of(Rack.AT), NOW);
        assertThat(silent.silent().getFirst().cause()).isEqualTo(SilenceCause.AGENT_SILENT);
        assertThat(silent.components()).isEqualTo(REPORT.components());
    }

    @Test
    void aRevokedAgentIsNotCalledSilent() {
        AgentReport agent =
                new AgentReport(
                        AgentReport.State.REVOKED,
                        "0.1.0",
                        Optional.of(Rack.AT),
                        OptionalLong.of(90),
                        OptionalLong.empty(),
                        Optional.of(new AgentReport.Revocation("ada", Rack.AT)),
                        Optional.empty());
        HostReport revoked = HostReports.ofAgent(RACK.findings(), agent, Optional.of(Rack.AT), NOW);
        SilentReport first = revoked.silent().getFirst();
        assertThat(first.reason()).isEqualTo("revoked by ada at " + Rack.AT);
        assertThat(first.cause()).isEqualTo(SilenceCause.NOT_PERMITTED);
        assertThat(first.remedy()).contains("holdfast inventory retire ber1/r12/db07");
    }

    @Test
    void aHostForWhichTwoAgentsSpeakIsNotOk() {
        AgentReport agent = connected(Optional.empty());
        AgentReport doubled =
                connected(Optional.of(new AgentReport.Doubled(Rack.AT, List.of("one", "other"))));
        HostFindings well =
                new HostFindings(
                        Rack.HOST, List.of(), List.of(), List.of(), List.of(), Optional.empty());
        assertThat(HostReports.ofAgent(well, agent, Optional.of(Rack.AT), NOW).status())
                .isEqualTo(Status.UNKNOWN);
        assertThat(HostReports.ofAgent(well, doubled, Optional.of(Rack.AT), NOW).status())
                .isEqualTo(Status.WARNING);
    }

    private static AgentReport connected(Optional<AgentReport.Doubled> doubled) {
        return new AgentReport(
                AgentReport.State.CONNECTED,
                "0.1.0",
                Optional.of(Rack.AT),
                OptionalLong.of(1),
                OptionalLong.empty(),
                Optional.empty(),
                doubled);
    }

    @Test
    void aClockThatIsAheadGivesNoNegativeAge() {
        HostReport early = HostReports.local(RACK.findings(), Rack.AT.minus(Duration.ofHours(1)));
        assertThat(early.components()).extracting(ComponentReport::ageSeconds).containsOnly(0L);
    }

    @Test
    void aReportIsReadAsItWasWritten() throws JsonMismatch {
        Report report = Report.of(NOW, "0.1.0", List.of(REPORT));
        JsonRecord<Report> json = JsonRecord.of(Report.class);
        assertThat(json.read(json.text(report))).isEqualTo(report);
        assertThat(report.status()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void aReportOfNoHostIsUnknown() {
        assertThat(Report.of(NOW, "0.1.0", List.of()).status()).isEqualTo(Status.UNKNOWN);
    }
}
