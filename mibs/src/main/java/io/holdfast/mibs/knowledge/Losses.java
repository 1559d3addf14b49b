package io.holdfast.mibs.knowledge;

import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.mibs.object.Oid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an evaluation could not look at, and why. For one thread. */
final class Losses {

    private static final int MOST_NAMED = 3;

    private final Map<String, Unseen> unseen = new LinkedHashMap<>();

    /** Questions that were not answered. */
    void unanswered(String target, Set<Oid> questions) {
        unseen.put(target, new Unseen(target, silence(questions)));
    }

    /** A table longer than what is looked at. */
    void cut(String target, int most) {
        String detail = "more than " + most + " rows; the rest was not looked at";
        unseen.put(target, new Unseen(target, Silence.of(Silence.Cause.NOT_ASKED, detail)));
    }

    static Silence silence(Set<Oid> questions) {
        List<String> named = questions.stream().limit(MOST_NAMED).map(Oid::toString).toList();
        String more = questions.size() > MOST_NAMED ? " and others" : "";
        return Silence.of(
                Silence.Cause.TIMED_OUT, "not answered: " + String.join(", ", named) + more);
    }

    boolean none() {
        return unseen.isEmpty();
    }

    List<Unseen> unseen() {
        return List.copyOf(unseen.values());
    }
}
