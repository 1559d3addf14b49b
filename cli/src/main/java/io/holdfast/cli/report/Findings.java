package io.holdfast.cli.report;

import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.ComponentReport;
import io.holdfast.wire.api.DeviceAnswer;
import io.holdfast.wire.api.DifferenceReport;
import io.holdfast.wire.api.GroupReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Status;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is wrong with a host, worst first.
 *
 * <p>A group that has lost something tells of its lost members; a component has a finding of its
 * own only where no such group does.
 */
final class Findings {

    private static final int MOST_NAMES = 4;

    private final ZoneId zone;
    private final Map<String, ComponentReport> components;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    private Findings(HostReport host, ZoneId zone) {
        this.zone = zone;
        components =
                host.components().stream()
                        .collect(
                                Collectors.toMap(
                                        ComponentReport::id, Function.identity(), (a, b) -> a));
    }

    static List<Finding> of(HostReport host, ZoneId zone) {
        Findings findings = new Findings(host, zone);
        host.agent().ifPresent(findings::agent);
        host.device().ifPresent(findings::device);
        host.groups().forEach(findings::group);
        host.components().forEach(findings::component);
        host.differences().forEach(findings::difference);
        return findings.findings.stream()
                .sorted(Comparator.comparingInt(finding -> rank(finding.severity())))
                .toList();
    }

    private static int rank(Status status) {
        return switch (status) {
            case CRITICAL -> 0;
            case WARNING -> 1;
            case UNKNOWN -> 2;
            case OK -> 3;
        };
    }

    private void agent(AgentReport agent) {
        agent.doubled()
                .ifPresent(
                        doubled ->
                                add(
                                        Status.WARNING,
                                        "agent",
                                        "two agents speak for this host, as after it was cloned:"
                                                + " revoke it and enroll each under its own name",
                                        doubled.speakers()));
        switch (agent.state()) {
            case CONNECTED -> {}
            case SILENT -> {
                String since =
                        agent.ageSeconds().isPresent()
                                ? " for " + Amounts.duration(agent.ageSeconds().getAsLong())
                                : "";
                add(
                        Status.UNKNOWN,
                        "agent",
                        "not heard" + since + ": the rest is as old as that",
                        List.of());
            }
            case NEVER -> add(Status.UNKNOWN, "agent", "never heard", List.of());
            case REVOKED ->
                    add(
                            Status.UNKNOWN,
                            "agent",
                            Words.revoked(agent, zone)
                                    + ": the rest is as old as when it was heard last",
                            List.of());
            case UNKNOWN ->
                    add(
                            Status.UNKNOWN,
                            "agent",
                            "in a state that is newer than this command",
                            List.of());
        }
    }

    private void device(DeviceAnswer device) {
        switch (device.state()) {
            case ANSWERS -> {}
            case SILENT -> {
                String since =
                        device.ageSeconds().isPresent()
                                ? " for " + Amounts.duration(device.ageSeconds().getAsLong())
                                : "";
                add(
                        Status.UNKNOWN,
                        "device",
                        "does not answer" + since + ": the rest is as old as that",
                        List.of());
            }
            case NEVER -> add(Status.UNKNOWN, "device", "has not answered yet", List.of());
            case UNKNOWN ->
                    add(
                            Status.UNKNOWN,
                            "device",
                            "in a state that is newer than this command",
                            List.of());
        }
    }

    private void group(GroupReport group) {
        String name = Words.local(group.id());
        boolean byDesign = group.designSpares() <= 0;
        switch (group.redundancy()) {
            case FULL -> {}
            case DEGRADED ->
                    add(
                            Status.WARNING,
                            name,
                            "has "
                                    + Words.spares(group.spares())
                                    + " of "
                                    + group.designSpares()
                                    + " spares left"
                                    + lost(group),
                            because(group));
            case NONE -> {
                if (!byDesign) {
                    add(Status.CRITICAL, name, "has no spare left" + lost(group), because(group));
                }
            }
            case INSUFFICIENT ->
                    add(
                            Status.CRITICAL,
                            name,
                            "has stopped: needs "
                                    + group.needed()
                                    + " of "
                                    + group.members().size()
                                    + lost(group),
                            because(group));
            case UNKNOWN ->
                    add(
                            lostAndUncovered(group) ? Status.CRITICAL : Status.UNKNOWN,
                            name,
                            "cannot be judged" + lost(group),
                            because(group));
        }
        if (group.disagrees() && group.published().isPresent()) {
            String claims =
                    "says "
                            + Words.of(group.published().get())
                            + " of itself, its members show "
                            + Words.of(group.computed());
            List<String> source = group.publishedEvidence().map(Words::claim).stream().toList();
            add(Status.WARNING, name, claims, source);
        }
    }

    /** As the status rule has it: a member is lost, and no spare is known to work. */
    private static boolean lostAndUncovered(GroupReport group) {
        long works = group.members().stream().filter(m -> m.standing().works()).count();
        return works <= group.needed()
                && group.members().stream().anyMatch(m -> m.standing().lost());
    }

    private void difference(DifferenceReport difference) {
        if (told.contains(difference.component())) {
            return;
        }
        switch (difference.type()) {
            case MISSING, REPLACED, GROUP_MISSING ->
                    add(
                            Status.WARNING,
                            Words.local(difference.component()),
                            difference.detail(),
                            List.of());
            case ADDED, GROUP_ADDED, GROUP_CHANGED, UNKNOWN -> {}
        }
    }

    private void component(ComponentReport component) {
        if (told.contains(component.id())) {
            return;
        }
        switch (component.presence()) {
            case ABSENT -> addOf(component, "is gone");
            case UNKNOWN -> {}
            case PRESENT -> {
                switch (component.health()) {
                    case FAILED -> addOf(component, "failed" + why(component));
                    case DEGRADED -> addOf(component, "is degraded" + why(component));
                    case OK, UNKNOWN -> {}
                }
            }
        }
    }

    /** The members that do not count, as a list in brackets. */
    private String lost(GroupReport group) {
        List<GroupReport.Member> lost =
                group.members().stream().filter(member -> !member.standing().works()).toList();
        if (lost.isEmpty()) {
            return "";
        }
        String names =
                lost.stream()
                        .limit(MOST_NAMES)
                        .map(m -> Words.name(m.id()) + " " + Words.of(m.standing()))
                        .collect(Collectors.joining(", "));
        String more =
                lost.size() > MOST_NAMES ? " and " + (lost.size() - MOST_NAMES) + " more" : "";
        return " (" + names + more + ")";
    }

    private List<String> because(GroupReport group) {
        return group.members().stream()
                .filter(member -> member.standing() != Standing.WORKING)
                .map(member -> Optional.ofNullable(components.get(member.id())))
                .flatMap(Optional::stream)
                .peek(member -> told.add(member.id()))
                .map(this::because)
                .flatMap(Collection::stream)
                .toList();
    }

    private List<String> because(ComponentReport component) {
        String name = Words.name(component.id());
        List<String> claims = new ArrayList<>();
        component.evidence().stream()
                .limit(2)
                .forEach(e -> claims.add(name + ": " + Words.claim(e)));
        component.silence().ifPresent(s -> claims.add(name + ": " + s.detail()));
        return claims;
    }

    private static String why(ComponentReport component) {
        return component.evidence().stream()
                .map(evidence -> evidence.label())
                .filter(label -> !label.isEmpty())
                .findFirst()
                .map(label -> ": " + label)
                .orElse("");
    }

    private void addOf(ComponentReport component, String sentence) {
        told.add(component.id());
        add(Status.WARNING, Words.local(component.id()), sentence, because(component));
    }

    private void add(Status severity, String subject, String sentence, List<String> because) {
        findings.add(new Finding(severity, subject, sentence, because));
    }
}
