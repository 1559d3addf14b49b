package io.holdfast.agent.devices.serial;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.Component;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import java.util.Map;

/** Reads a survey for the eyes of a test. */
public record Seen(Survey survey) {

    /** The observation of {@code kind:name}. */
    public Observation of(String local) {
        return survey.observations().stream()
                .filter(seen -> seen.component().local().equals(local))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + local + " in " + survey));
    }

    public Observation.Reported reported(String local) {
        assertThat(of(local)).isInstanceOf(Observation.Reported.class);
        return (Observation.Reported) of(local);
    }

    public Health health(String local) {
        return reported(local).health();
    }

    /** The piece of evidence that decided. */
    public Evidence evidence(String local) {
        return reported(local).evidence().getFirst();
    }

    public double reading(String local, String name) {
        return reported(local).readings().stream()
                .filter(reading -> reading.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " of " + local))
                .value();
    }

    /** Who the device says it is. */
    public Map<String, String> identity() {
        return survey.components().stream()
                .filter(component -> component.parent().isEmpty())
                .findFirst()
                .map(Component::attributes)
                .orElseThrow();
    }

    /** Why nothing was seen. */
    public Silence silence() {
        assertThat(survey.components()).isEmpty();
        return survey.unseen().getFirst().silence();
    }
}
