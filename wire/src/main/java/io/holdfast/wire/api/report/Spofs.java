package io.holdfast.wire.api.report;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.SpofReport;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the components whose loss alone stops something. */
public final class Spofs {

    private Spofs() {}

    /** The single points of failure among the members of these groups, lost redundancy first. */
    public static List<SpofReport> of(List<Assessment> assessments) {
        return assessments.stream()
                .filter(Assessment::singlePointOfFailure)
                .flatMap(Spofs::ofGroup)
                .sorted(
                        Comparator.comparing(SpofReport::byDesign)
                                .thenComparing(SpofReport::component)
                                .thenComparing(SpofReport::group))
                .toList();
    }

    private static Stream<SpofReport> ofGroup(Assessment assessment) {
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
                                        why));
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
