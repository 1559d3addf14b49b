package io.holdfast.core.diagnosis;

import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import java.util.List;

/**
 * Reads what a component shows from what was observed of it.
 *
 * <p>Devices say the same thing in many words, so that the words of the decisive pieces of evidence
 * are looked through; where none is known, health and kind decide, which is always true and only
 * less exact.
 */
public final class Signs {

    /** Later pieces tell more of the same, or what is well. */
    private static final int DECISIVE = 4;

    private Signs() {}

    /** An observation as the last word of its component. */
    public static Symptom symptom(Observation observation) {
        return new Symptom(
                observation.component(),
                of(observation),
                observation.at(),
                observation.at(),
                evidence(observation));
    }

    /** What an observation shows. */
    public static Sign of(Observation observation) {
        return switch (observation) {
            case Observation.Silent _ -> Sign.SILENT;
            case Observation.Absent _ -> Sign.ABSENT;
            case Observation.Reported reported -> of(reported);
        };
    }

    private static List<Evidence> evidence(Observation observation) {
        return switch (observation) {
            case Observation.Silent silent ->
                    List.of(
                            new Evidence(
                                    "",
                                    "",
                                    silent.reason().cause().toString(),
                                    silent.reason().detail()));
            case Observation.Absent absent -> List.of(absent.source());
            case Observation.Reported reported -> reported.evidence();
        };
    }

    private static Sign of(Observation.Reported reported) {
        if (reported.health() == Health.OK) {
            return Sign.HEALTHY;
        }
        Kind kind = reported.component().kind();
        return reported.evidence().stream()
                .limit(DECISIVE)
                .flatMap(piece -> Phrase.read(kind, piece).stream())
                .findFirst()
                .filter(sign -> fits(sign, reported.health()))
                .orElseGet(() -> plain(kind, reported.health()));
    }

    /** A part that still works has not lost its input or its link, whatever word it uses. */
    private static boolean fits(Sign sign, Health health) {
        return health == Health.FAILED || !sign.lost();
    }

    private static Sign plain(Kind kind, Health health) {
        boolean failed = health == Health.FAILED;
        return switch (kind) {
            case TEMPERATURE -> Sign.TOO_HOT;
            case BATTERY -> failed ? Sign.LOW_BATTERY : Sign.WEARING;
            case FEED -> failed ? Sign.INPUT_LOST : Sign.DEGRADED;
            case NIC, PORT -> failed ? Sign.FAILED : Sign.WEARING;
            case DISK, DIMM, OPTIC -> failed ? Sign.FAILED : Sign.WEARING;
            case BOND, LAG, ARRAY -> failed ? Sign.FAILED : Sign.MEMBER_LOST;
            case ATS -> failed ? Sign.FAILED : Sign.ONE_SOURCE;
            case HOST,
                    PSU,
                    FAN,
                    CONTROLLER,
                    CPU,
                    SLOT,
                    BMC,
                    SWITCH,
                    PDU,
                    OUTLET,
                    BREAKER,
                    UPS,
                    SERVICE,
                    VIP,
                    EXTERNAL ->
                    failed ? Sign.FAILED : Sign.DEGRADED;
        };
    }
}
