package io.holdfast.wire.api.report;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.wire.api.ComponentReport;
import io.holdfast.wire.api.ComponentReport.HealthWord;
import io.holdfast.wire.api.ComponentReport.Presence;
import io.holdfast.wire.api.EvidenceReport;
import io.holdfast.wire.api.ReadingReport;
import io.holdfast.wire.api.SilenceReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the report of one component. */
public final class ComponentReports {

    private ComponentReports() {}

    static ComponentReport report(ComponentFinding finding, Instant now) {
        Component component = finding.component();
        ComponentId id = component.id();
        Said said = Said.of(finding.observation());
        return new ComponentReport(
                id.toString(),
                id.kind().word(),
                id.name(),
                component.parent().map(ComponentId::toString),
                component.attributes(),
                said.health(),
                said.presence(),
                finding.standing(),
                finding.confirmedAt(),
                ageSeconds(finding.confirmedAt(), now),
                said.readings(),
                said.evidence().stream().map(ComponentReports::report).toList(),
                said.silence());
    }

    /** How long ago something was; 0 where a clock that is ahead says that it is yet to come. */
    static long ageSeconds(Instant at, Instant now) {
        return Math.max(0, Duration.between(at, now).toSeconds());
    }

    /** A piece of evidence as a report shows it. */
    public static EvidenceReport report(Evidence evidence) {
        return new EvidenceReport(
                evidence.source(), evidence.key(), evidence.value(), evidence.label());
    }

    private static ReadingReport report(Reading reading) {
        return new ReadingReport(
                reading.name(),
                reading.value(),
                reading.unit().word(),
                new ReadingReport.Limits(
                        reading.limits().lowCritical(),
                        reading.limits().lowWarning(),
                        reading.limits().highWarning(),
                        reading.limits().highCritical()));
    }

    private record Said(
            HealthWord health,
            Presence presence,
            List<ReadingReport> readings,
            List<Evidence> evidence,
            Optional<SilenceReport> silence) {

        static Said of(Observation observation) {
            return switch (observation) {
                case Observation.Reported reported ->
                        new Said(
                                word(reported.health()),
                                Presence.PRESENT,
                                reported.readings().stream().map(ComponentReports::report).toList(),
                                reported.evidence(),
                                Optional.empty());
                case Observation.Absent absent ->
                        new Said(
                                HealthWord.UNKNOWN,
                                Presence.ABSENT,
                                List.of(),
                                List.of(absent.source()),
                                Optional.empty());
                case Observation.Silent silent ->
                        new Said(
                                HealthWord.UNKNOWN,
                                Presence.UNKNOWN,
                                List.of(),
                                List.of(),
                                Optional.of(Silences.report(silent.reason())));
            };
        }

        private static HealthWord word(Health health) {
            return switch (health) {
                case OK -> HealthWord.OK;
                case DEGRADED -> HealthWord.DEGRADED;
                case FAILED -> HealthWord.FAILED;
            };
        }
    }
}
