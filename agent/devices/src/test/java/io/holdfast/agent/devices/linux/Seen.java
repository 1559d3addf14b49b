package io.holdfast.agent.devices.linux;

import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.survey.Survey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A survey as a test asks about it, each component by its local name. */
public record Seen(Survey survey) {

    /** For each component {@code OK}, {@code DEGRADED}, {@code FAILED}, absent or silent. */
    public Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        survey.observations().forEach(o -> states.put(o.component().local(), state(o)));
        return states;
    }

    /** What a component reports. */
    public Observation.Reported reported(String local) {
        return (Observation.Reported) observation(local).orElseThrow();
    }

    /** A reading of a component. */
    public double reading(String local, String name) {
        return reported(local).readings().stream()
                .filter(reading -> reading.name().equals(name))
                .map(Reading::value)
                .findFirst()
                .orElseThrow();
    }

    /** How a group stands. */
    public Assessment group(String name) {
        return survey.groups().stream()
                .filter(group -> group.id().name().equals(name))
                .map(
                        group ->
                                Assess.assess(
                                        group,
                                        id ->
                                                observation(id.local())
                                                        .map(Standing::of)
                                                        .orElse(Standing.UNKNOWN)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Observation> observation(String local) {
        return survey.observations().stream()
                .filter(o -> o.component().local().equals(local))
                .findFirst();
    }

    private static String state(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported -> reported.health().name();
            case Observation.Absent absent -> "absent";
            case Observation.Silent silent -> "silent";
        };
    }
}
