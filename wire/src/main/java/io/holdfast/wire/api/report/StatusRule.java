package io.holdfast.wire.api.report;

import io.holdfast.core.component.Kind;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.DeviceList;
import io.holdfast.wire.api.Status;
import java.util.stream.Stream;

/**
 * Decides the status of a host.
 *
 * <ul>
 *   <li>critical: a group has too few members, or has lost its last spare, or has lost a member and
 *       no spare is known to work;
 *   <li>warning: a group has lost some of its spares, a part is degraded, failed or absent, a
 *       device claims another redundancy than its members show, a part is missing or another piece
 *       than accepted, or two agents speak under one identity;
 *   <li>unknown: the agent is not heard or was revoked, nothing is known but the host itself, or a
 *       group may stand one way or the other;
 *   <li>ok: anything else. A group that never had a spare is a single point of failure, and no
 *       reason for an alarm.
 * </ul>
 *
 * <p>The first that applies holds.
 */
public final class StatusRule {

    private StatusRule() {}

    /** The status of a host without an agent in between. */
    public static Status of(HostFindings findings) {
        boolean anythingKnown =
                findings.components().stream()
                        .filter(c -> c.component().id().kind() != Kind.HOST)
                        .anyMatch(c -> !(c.observation() instanceof Observation.Silent));
        return Stream.of(
                        findings.groups().stream().map(StatusRule::of),
                        findings.components().stream().map(c -> of(c.observation())),
                        findings.differences().stream().map(StatusRule::of))
                .flatMap(each -> each)
                .reduce(anythingKnown ? Status.OK : Status.UNKNOWN, Status::worse);
    }

    /** The status of a host whose agent is heard in this way. */
    public static Status of(HostFindings findings, AgentReport agent) {
        Status identity = agent.doubled().isPresent() ? Status.WARNING : Status.OK;
        return of(findings, agent.state()).worse(identity);
    }

    /** The status of a host whose agent, which speaks alone for it, is in this state. */
    static Status of(HostFindings findings, AgentReport.State agent) {
        return of(findings).worse(of(agent));
    }

    /** The status of a device that answers in this way. */
    public static Status of(HostFindings findings, DeviceList.State device) {
        boolean answers = device == DeviceList.State.ANSWERS;
        return of(findings).worse(answers ? Status.OK : Status.UNKNOWN);
    }

    /** The part of a host's status that one of its groups has. */
    public static Status of(Assessment group) {
        Status claim = group.disagrees() ? Status.WARNING : Status.OK;
        Status state =
                switch (group.forAlerts()) {
                    case FULL -> Status.OK;
                    case DEGRADED -> Status.WARNING;
                    case NONE -> group.withoutSpareByDesign() ? Status.OK : Status.CRITICAL;
                    case INSUFFICIENT -> Status.CRITICAL;
                    case UNKNOWN -> lostAndUncovered(group) ? Status.CRITICAL : Status.UNKNOWN;
                };
        return state.worse(claim);
    }

    private static boolean lostAndUncovered(Assessment group) {
        return group.spares() <= 0 && group.standings().values().stream().anyMatch(Standing::lost);
    }

    private static Status of(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported ->
                    reported.health() == Health.OK ? Status.OK : Status.WARNING;
            case Observation.Absent absent -> Status.WARNING;
            case Observation.Silent silent -> Status.OK;
        };
    }

    private static Status of(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> Status.WARNING;
            case Difference.Replaced replaced -> Status.WARNING;
            case Difference.GroupMissing missing -> Status.WARNING;
            case Difference.Added added -> Status.OK;
            case Difference.GroupAdded added -> Status.OK;
            case Difference.GroupChanged changed -> Status.OK;
        };
    }

    private static Status of(AgentReport.State agent) {
        return switch (agent) {
            case CONNECTED -> Status.OK;
            case SILENT, NEVER, REVOKED, UNKNOWN -> Status.UNKNOWN;
        };
    }
}
