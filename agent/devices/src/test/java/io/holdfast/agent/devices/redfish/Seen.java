package io.holdfast.agent.devices.redfish;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Assess;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.survey.Survey;
import java.util.Map;
import java.util.TreeMap;

/** A survey as tests ask about it. */
public record Seen(Survey survey) {

    /** What is known of a part, such as {@code psu:Bay1}, in one word. */
    public String word(String local) {
        return word(observation(local));
    }

    private static String word(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported -> reported.health().name();
            case Observation.Absent absent -> "ABSENT";
            case Observation.Silent silent -> "SILENT";
        };
    }

    public Observation observation(String local) {
        return survey.observations().stream()
                .filter(o -> o.component().local().equals(local))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + local + " in " + words()));
    }

    public Component component(String local) {
        return survey.components().stream()
                .filter(c -> c.id().local().equals(local))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + local + " in " + words()));
    }

    /** The evidence that decided. */
    public Evidence evidence(String local) {
        return switch (observation(local)) {
            case Observation.Reported reported -> reported.evidence().getFirst();
            case Observation.Absent absent -> absent.source();
            case Observation.Silent silent -> throw new AssertionError(silent);
        };
    }

    public double reading(String local, String name) {
        if (!(observation(local) instanceof Observation.Reported reported)) {
            throw new AssertionError(observation(local));
        }
        return reported.readings().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reported.readings()))
                .value();
    }

    /** All parts of a kind and what is known of each. */
    public Map<String, String> words(String kind) {
        Map<String, String> words = words();
        words.keySet().removeIf(local -> !local.startsWith(kind + ":"));
        return words;
    }

    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        survey.observations().forEach(o -> words.put(o.component().local(), word(o)));
        return words;
    }

    public RedundancyGroup group(String name) {
        return survey.groups().stream()
                .filter(g -> g.id().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + survey.groups()));
    }

    public Assessment assess(String name) {
        return Assess.assess(group(name), this::standing);
    }

    private Standing standing(ComponentId id) {
        return survey.observations().stream()
                .filter(o -> o.component().equals(id))
                .map(Standing::of)
                .findFirst()
                .orElse(Standing.UNKNOWN);
    }
}
