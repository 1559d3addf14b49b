package io.holdfast.wire.api.report;

import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.DeviceAnswer;
import io.holdfast.wire.api.DeviceList;
import io.holdfast.wire.api.SilenceCause;
import io.holdfast.wire.api.SilenceReport;
import io.holdfast.wire.api.SilentReport;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what could not be seen of a host. */
final class Silences {

    private Silences() {}

    /** What no component is known for, then silent components. */
    static List<SilentReport> of(HostFindings findings) {
        return of(findings, Optional.empty());
    }

    /** The agent if it is not heard, then all else. */
    static List<SilentReport> ofAgent(HostFindings findings, AgentReport agent) {
        return of(findings, ofAgent(findings.host(), agent));
    }

    /** The device if it does not answer, then all else. */
    static List<SilentReport> ofDevice(
            HostFindings findings, DeviceAnswer device, Optional<Silence> why) {
        Silence silence =
                why.orElseGet(
                        () -> Silence.of(Silence.Cause.TIMED_OUT, "its poller says nothing of it"));
        return of(
                findings,
                device.state() == DeviceList.State.ANSWERS
                        ? Optional.empty()
                        : Optional.of(report("device " + findings.host(), silence)));
    }

    private static List<SilentReport> of(HostFindings findings, Optional<SilentReport> first) {
        List<SilentReport> silent = new ArrayList<>();
        first.ifPresent(silent::add);
        findings.unseen().stream()
                .map(unseen -> report(unseen.target(), unseen.silence()))
                .forEach(silent::add);
        for (ComponentFinding finding : findings.components()) {
            if (finding.observation() instanceof Observation.Silent gone) {
                silent.add(report(gone.component().toString(), gone.reason()));
            }
        }
        return silent;
    }

    static SilenceReport report(Silence silence) {
        return new SilenceReport(
                SilenceCause.of(silence.cause()), silence.detail(), silence.remedy());
    }

    private static SilentReport report(String target, Silence silence) {
        return new SilentReport(
                target, silence.detail(), SilenceCause.of(silence.cause()), silence.remedy());
    }

    private static Optional<SilentReport> ofAgent(HostId host, AgentReport agent) {
        String reason =
                switch (agent.state()) {
                    case CONNECTED -> "";
                    case SILENT ->
                            "not heard since "
                                    + agent.lastHeard().map(Object::toString).orElse("long ago");
                    case NEVER -> "has a certificate and was never heard";
                    case REVOKED -> revoked(agent);
                    case UNKNOWN -> "in a state that this version does not know";
                };
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        agent.state() == AgentReport.State.REVOKED
                                ? new SilentReport(
                                        "agent of " + host,
                                        reason,
                                        SilenceCause.NOT_PERMITTED,
                                        "enroll it anew with a token, or take the host out of the"
                                                + " reports: holdfast inventory retire "
                                                + host)
                                : new SilentReport(
                                        "agent of " + host,
                                        reason,
                                        SilenceCause.AGENT_SILENT,
                                        "on that host: systemctl status holdfast-agent"));
    }

    private static String revoked(AgentReport agent) {
        return agent.revoked()
                .map(
                        by ->
                                "revoked by "
                                        + by.by()
                                        + " at "
                                        + by.at().truncatedTo(ChronoUnit.SECONDS))
                .orElse("revoked");
    }
}
