package io.holdfast.wire.api.report;

import io.holdfast.core.observation.Silence;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.DeviceAnswer;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.SilentReport;
import io.holdfast.wire.api.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the report of one host. */
public final class HostReports {

    private HostReports() {}

    /** The report of a host that somebody looked at himself. */
    public static HostReport local(HostFindings findings, Instant now) {
        return report(
                findings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Silences.of(findings),
                StatusRule.of(findings),
                now);
    }

    /**
     * The report of a host whose agent tells us.
     *
     * @param agent how the agent is heard
     * @param pinnedAt when the inventory was accepted last
     */
    public static HostReport ofAgent(
            HostFindings findings, AgentReport agent, Optional<Instant> pinnedAt, Instant now) {
        Status status = StatusRule.of(findings, agent);
        return report(
                findings,
                Optional.of(agent),
                Optional.empty(),
                pinnedAt,
                Silences.ofAgent(findings, agent),
                status,
                now);
    }

    /**
     * The report of a device that agents poll.
     *
     * @param device how it answers
     * @param why it does not, where that is known
     * @param pinnedAt when the inventory was accepted last
     */
    public static HostReport ofDevice(
            HostFindings findings,
            DeviceAnswer device,
            Optional<Silence> why,
            Optional<Instant> pinnedAt,
            Instant now) {
        return report(
                findings,
                Optional.empty(),
                Optional.of(device),
                pinnedAt,
                Silences.ofDevice(findings, device, why),
                StatusRule.of(findings, device.state()),
                now);
    }

    private static HostReport report(
            HostFindings findings,
            Optional<AgentReport> agent,
            Optional<DeviceAnswer> device,
            Optional<Instant> pinnedAt,
            List<SilentReport> silent,
            Status status,
            Instant now) {
        return new HostReport(
                findings.host().toString(),
                status,
                agent,
                device,
                pinnedAt,
                findings.components().stream()
                        .map(finding -> ComponentReports.report(finding, now))
                        .toList(),
                findings.groups().stream().map(GroupReports::report).toList(),
                Spofs.of(findings, now),
                silent,
                findings.differences().stream().map(Differences::report).toList());
    }
}
