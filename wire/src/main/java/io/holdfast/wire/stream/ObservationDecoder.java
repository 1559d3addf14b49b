package io.holdfast.wire.stream;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.wire.stream.proto.SessionProto;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what was observed from the wire's messages.
 *
 * <p>Where a newer peer claims what this version cannot name, the component is silent: never ok,
 * and never failed.
 */
final class ObservationDecoder {

    private static final Map<String, Silence.Cause> CAUSES =
            byWord(Silence.Cause.values(), cause -> cause.name().toLowerCase(Locale.ROOT));
    private static final Map<String, Unit> UNITS = byWord(Unit.values(), Unit::word);

    private final Misreads misreads;

    ObservationDecoder(Misreads misreads) {
        this.misreads = misreads;
    }

    Optional<Observation> observation(SessionProto.Observation in) {
        return misreads.component(in.getComponent()).map(component -> observation(component, in));
    }

    Evidence evidence(SessionProto.Evidence in) {
        return new Evidence(
                WireLimits.cut(in.getSource()),
                WireLimits.cut(in.getKey()),
                in.getValue(),
                WireLimits.cut(in.getLabel()));
    }

    Silence silence(SessionProto.Silence in) {
        Silence.Cause cause = CAUSES.get(in.getCause());
        if (cause == null) {
            misreads.note(Misread.UNKNOWN_CAUSE);
            cause = Silence.Cause.FAILED;
        }
        return new Silence(cause, WireLimits.cut(in.getDetail()), WireLimits.cut(in.getRemedy()));
    }

    private Observation observation(ComponentId component, SessionProto.Observation in) {
        Instant at = Micros.instant(in.getAtMicros());
        return switch (in.getBodyCase()) {
            case REPORTED -> reported(component, at, in.getReported());
            case ABSENT -> new Observation.Absent(component, at, evidence(in.getAbsent()));
            case SILENT -> new Observation.Silent(component, at, silence(in.getSilent()));
            case BODY_NOT_SET ->
                    notUnderstood(
                            component,
                            at,
                            Misread.UNKNOWN_BODY,
                            "the agent said something newer than this version knows");
        };
    }

    private Observation reported(ComponentId component, Instant at, SessionProto.Reported in) {
        List<Evidence> evidence =
                in.getEvidenceList().stream()
                        .limit(WireLimits.MOST_EVIDENCE)
                        .map(this::evidence)
                        .toList();
        return switch (in.getHealth()) {
            case HEALTH_OK -> reported(component, at, Health.OK, in, evidence);
            case HEALTH_DEGRADED -> reported(component, at, Health.DEGRADED, in, evidence);
            case HEALTH_FAILED -> reported(component, at, Health.FAILED, in, evidence);
            case HEALTH_UNSPECIFIED, UNRECOGNIZED ->
                    notUnderstood(
                            component,
                            at,
                            Misread.UNKNOWN_HEALTH,
                            "the agent reported a health that this version does not know: "
                                    + in.getHealthValue());
        };
    }

    private Observation reported(
            ComponentId component,
            Instant at,
            Health health,
            SessionProto.Reported in,
            List<Evidence> evidence) {
        if (health != Health.OK && evidence.isEmpty()) {
            return notUnderstood(
                    component,
                    at,
                    Misread.NO_EVIDENCE,
                    "the agent reported " + health + " without saying why");
        }
        if (in.getReadingsCount() > Observation.Reported.MOST_READINGS) {
            misreads.note(Misread.TOO_MANY);
        }
        List<Reading> readings =
                in.getReadingsList().stream()
                        .limit(Observation.Reported.MOST_READINGS)
                        .flatMap(reading -> reading(reading).stream())
                        .toList();
        return new Observation.Reported(component, at, health, readings, evidence);
    }

    private Observation notUnderstood(
            ComponentId component, Instant at, Misread reason, String detail) {
        misreads.note(reason);
        return new Observation.Silent(
                component, at, Silence.of(Silence.Cause.NOT_UNDERSTOOD, detail));
    }

    private Optional<Reading> reading(SessionProto.Reading in) {
        Unit unit = UNITS.get(in.getUnit());
        if (unit == null) {
            return misreads.none(Misread.UNKNOWN_UNIT);
        }
        if (in.getName().isEmpty() || !Double.isFinite(in.getValue())) {
            return misreads.none(Misread.BAD_NUMBER);
        }
        Limits limits =
                new Limits(
                        optional(in.hasLowCritical(), in.getLowCritical()),
                        optional(in.hasLowWarning(), in.getLowWarning()),
                        optional(in.hasHighWarning(), in.getHighWarning()),
                        optional(in.hasHighCritical(), in.getHighCritical()));
        return Optional.of(new Reading(WireLimits.cut(in.getName()), in.getValue(), unit, limits));
    }

    private static OptionalDouble optional(boolean given, double value) {
        return given ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static <E> Map<String, E> byWord(E[] values, Function<E, String> word) {
        return Stream.of(values).collect(Collectors.toUnmodifiableMap(word, value -> value));
    }
}
