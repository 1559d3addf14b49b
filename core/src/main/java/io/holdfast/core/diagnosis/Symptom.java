package io.holdfast.core.diagnosis;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * The last word of one component.
 *
 * @param component who shows it; the agent of a host stands for the host itself
 * @param sign what it shows
 * @param since when it began to
 * @param heard when it was last looked at and still did; a healthy report older than a cause says
 *     nothing against it
 * @param evidence what shows it, the decisive piece first
 */
public record Symptom(
        ComponentId component, Sign sign, Instant since, Instant heard, List<Evidence> evidence)
        implements Comparable<Symptom> {

    public Symptom {
        evidence = List.copyOf(evidence);
    }

    /** A word of which one moment is known. */
    public static Symptom at(Instant at, ComponentId component, Sign sign) {
        return new Symptom(component, sign, at, at, List.of());
    }

    @Override
    public int compareTo(Symptom other) {
        int byComponent = component.compareTo(other.component);
        return byComponent != 0 ? byComponent : sign.compareTo(other.sign);
    }

    @Override
    public String toString() {
        return component + " " + sign.word();
    }
}
