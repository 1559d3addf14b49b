package io.holdfast.core.diagnosis;

import io.holdfast.core.observation.Observation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * All that is known at one moment.
 *
 * @param now the moment
 * @param symptoms the last word of each component that ever said one, in any order, at most one
 *     each; a component left out is not known about
 * @param doubts why our own sight may be at fault, in sentences: late polls everywhere, a clock
 *     that jumped, a storm of traps, a collector that paused; empty when all is well with us
 */
public record Picture(Instant now, List<Symptom> symptoms, List<String> doubts) {

    public Picture {
        symptoms = List.copyOf(symptoms);
        doubts = List.copyOf(doubts);
    }

    /** What these observations say, each taken to be as old as its stamp. */
    public static Picture of(Instant now, Collection<Observation> observations) {
        return new Picture(now, observations.stream().map(Signs::symptom).toList(), List.of());
    }
}
