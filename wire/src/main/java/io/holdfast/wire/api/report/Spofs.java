package io.holdfast.wire.api.report;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.SpofReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the components whose loss alone stops something. */
public final class Spofs {

    private Spofs() {}

    /**
     * The single points of failure of a host, lost redundancy first.
     *
     * <p>Those of a host that is not heard are the last known: that nobody can look does not give a
     * part a spare.
     */
    static List<SpofReport> of(HostFindings findings, Instant now) {
        return findings.lastKnown()
                .map(last -> of(last.groups(), Optional.of(lastKnown(last.at(), now))))
                .orElseGet(() -> of(findings.groups(), Optional.empty()));
    }

    private static SpofReport.LastKnown lastKnown(Instant at, Instant now) {
        return new SpofReport.LastKnown(at, Math.max(0, Duration.between(at, now).toSeconds()));
    }

    private static List<SpofReport> of(
            List<Assessment> assessments, Optional<SpofReport.LastKnown> lastKnown) {
        return assessments.stream()
                .filter(Assessment::singlePointOfFailure)
                .flatMap(assessment -> ofGroup(assessment, lastKnown))
                .sorted(
                        Comparator.comparing(SpofReport::byDesign)
                                .thenComparing(SpofReport::component)
                                .thenComparing(SpofReport::group))
                .toList();
    }

    private static Stream<SpofReport> ofGroup(
            Assessment assessment, Optional<SpofReport.LastKnown> lastKnown) {
        String stops =
                assessment.group().carries().map(ComponentId::toString).orElse(name(assessment));
        String why = why(assessment);
        return assessment.standings().entrySet().stream()
                .filter(member -> member.getValue().works())
                .map(
                        member ->
                                new SpofReport(
                                        member.getKey().toString(),
                                        name(assessment),
                                        stops,
                                        assessment.withoutSpareByDesign(),
                                        why,
                                        lastKnown));
    }

    private static String why(Assessment assessment) {
        String kind = assessment.group().kind().word();
        if (!assessment.withoutSpareByDesign()) {
            return "no spare is left: " + lost(assessment);
        }
        return assessment.group().members().size() == 1
                ? "the only " + kind + ", nothing covers it"
                : "all " + assessment.group().needed() + " of them are needed";
    }

    private static String lost(Assessment assessment) {
        return Stream.of(Standing.FAILED, Standing.ABSENT)
                .flatMap(
                        standing ->
                                assessment.members(standing).stream()
                                        .map(id -> id.local() + " is " + word(standing)))
                .collect(Collectors.joining(", "));
    }

    private static String word(Standing standing) {
        return standing == Standing.ABSENT ? "absent" : "failed";
    }

    private static String name(Assessment assessment) {
        return assessment.group().id().toString();
    }
}
