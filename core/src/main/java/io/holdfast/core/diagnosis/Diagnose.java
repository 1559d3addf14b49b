package io.holdfast.core.diagnosis;

import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds the smallest set of causes that accounts for all that shows. */
public final class Diagnose {

    private static final double SURE = 0.9;

    private Diagnose() {}

    /**
     * Explains a picture.
     *
     * @param topology who needs whom; may lack edges and have wrong ones
     */
    public static Explanation explain(Topology topology, Picture picture) {
        Roles roles = new Roles(topology, picture.symptoms());
        TreeMap<Diagnosis, List<Symptom>> found = new TreeMap<>();
        List<Symptom> unexplained = new ArrayList<>();
        for (Symptom symptom : picture.symptoms()) {
            Role role = roles.of(symptom.component().host());
            Own.diagnosis(symptom.component(), symptom.sign(), role)
                    .ifPresentOrElse(
                            own -> found.computeIfAbsent(own, _ -> new ArrayList<>()).add(symptom),
                            () -> {
                                if (symptom.sign() == Sign.SILENT) {
                                    unexplained.add(symptom);
                                }
                            });
        }
        return new Explanation(
                found.entrySet().stream()
                        .map(one -> Cause.alone(one.getKey(), one.getValue(), SURE))
                        .toList(),
                unexplained);
    }
}
