package io.holdfast.core.diagnosis;

import java.util.List;

/**
 * The causes that account for what shows, worst connected first.
 *
 * @param causes ordered by how much each explains, then by place
 * @param unexplained symptoms that no cause accounts for: silences too small to speak of, and words
 *     that contradict each other
 */
public record Explanation(List<Cause> causes, List<Symptom> unexplained) {

    /** Nothing shows. */
    public static final Explanation NOTHING = new Explanation(List.of(), List.of());

    public Explanation {
        causes = List.copyOf(causes);
        unexplained = List.copyOf(unexplained);
    }
}
