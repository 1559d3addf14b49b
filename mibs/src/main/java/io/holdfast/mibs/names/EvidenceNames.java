package io.holdfast.mibs.names;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.survey.Survey;
import java.util.Optional;

/**
 * Adds to evidence whose key is an object identifier what the object is called and what its value
 * means. The key stays what it is: the number is what the device was asked for.
 */
public record EvidenceNames(MibNames names) {

    /** The evidence with its object's name in the label; as it was where nothing is known. */
    public Evidence named(Evidence evidence) {
        Optional<String> name = names.instance(evidence.key());
        if (name.isEmpty()) {
            return evidence;
        }
        String word =
                names.word(evidence.key(), evidence.value())
                        .map(known -> " is " + known)
                        .orElse("");
        String more = name.get() + word;
        boolean told = evidence.label().contains(more);
        String label = evidence.label().isEmpty() ? more : evidence.label() + "; " + more;
        return told
                ? evidence
                : new Evidence(evidence.source(), evidence.key(), evidence.value(), label);
    }

    /** The observation with its evidence named. */
    public Observation named(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported ->
                    new Observation.Reported(
                            reported.component(),
                            reported.at(),
                            reported.health(),
                            reported.readings(),
                            reported.evidence().stream().map(this::named).toList());
            case Observation.Absent absent ->
                    new Observation.Absent(absent.component(), absent.at(), named(absent.source()));
            case Observation.Silent silent -> silent;
        };
    }

    /** The survey with all its evidence named. */
    public Survey named(Survey survey) {
        return new Survey(
                survey.probe(),
                survey.at(),
                survey.complete(),
                survey.components(),
                survey.observations().stream().map(this::named).toList(),
                survey.groups(),
                survey.unseen());
    }
}
