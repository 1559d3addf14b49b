package io.holdfast.mibs.knowledge;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Variables;
import java.util.Set;

/**
 * What the device said, and what it was asked and did not answer.
 *
 * @param said all that it said
 * @param unanswered the instances and subtrees that it did not answer to the end
 */
record Answers(Variables said, Set<Oid> unanswered) {

    Answers {
        unanswered = Set.copyOf(unanswered);
    }

    /** Whether all of a subtree was answered. */
    boolean answered(Oid subtree) {
        return unanswered.isEmpty()
                || unanswered.stream()
                        .noneMatch(u -> subtree.startsWith(u) || u.startsWith(subtree));
    }
}
