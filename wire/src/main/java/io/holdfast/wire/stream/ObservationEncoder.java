package io.holdfast.wire.stream;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.wire.stream.proto.SessionProto;
import java.util.Locale;

/** Puts what was observed into the wire's messages. */
final class ObservationEncoder {

    private ObservationEncoder() {}

    static SessionProto.Observation observation(Observation observation) {
        SessionProto.Observation.Builder out =
                SessionProto.Observation.newBuilder()
                        .setComponent(observation.component().toString())
                        .setAtMicros(Micros.of(observation.at()));
        switch (observation) {
            case Observation.Reported reported -> out.setReported(reported(reported));
            case Observation.Absent absent -> out.setAbsent(evidence(absent.source()));
            case Observation.Silent silent -> out.setSilent(silence(silent.reason()));
        }
        return out.build();
    }

    static SessionProto.Evidence evidence(Evidence evidence) {
        return SessionProto.Evidence.newBuilder()
                .setSource(WireLimits.cut(evidence.source()))
                .setKey(WireLimits.cut(evidence.key()))
                .setValue(evidence.value())
                .setLabel(WireLimits.cut(evidence.label()))
                .build();
    }

    static SessionProto.Silence silence(Silence silence) {
        return SessionProto.Silence.newBuilder()
                .setCause(silence.cause().name().toLowerCase(Locale.ROOT))
                .setDetail(WireLimits.cut(silence.detail()))
                .setRemedy(WireLimits.cut(silence.remedy()))
                .build();
    }

    private static SessionProto.Reported reported(Observation.Reported reported) {
        SessionProto.Reported.Builder out =
                SessionProto.Reported.newBuilder().setHealth(health(reported.health()));
        reported.readings().forEach(reading -> out.addReadings(reading(reading)));
        reported.evidence().stream()
                .limit(WireLimits.MOST_EVIDENCE)
                .forEach(evidence -> out.addEvidence(evidence(evidence)));
        return out.build();
    }

    private static SessionProto.Health health(Health health) {
        return switch (health) {
            case OK -> SessionProto.Health.HEALTH_OK;
            case DEGRADED -> SessionProto.Health.HEALTH_DEGRADED;
            case FAILED -> SessionProto.Health.HEALTH_FAILED;
        };
    }

    private static SessionProto.Reading reading(Reading reading) {
        SessionProto.Reading.Builder out =
                SessionProto.Reading.newBuilder()
                        .setName(WireLimits.cut(reading.name()))
                        .setValue(reading.value())
                        .setUnit(reading.unit().word());
        Limits limits = reading.limits();
        limits.lowCritical().ifPresent(out::setLowCritical);
        limits.lowWarning().ifPresent(out::setLowWarning);
        limits.highWarning().ifPresent(out::setHighWarning);
        limits.highCritical().ifPresent(out::setHighCritical);
        return out.build();
    }
}
