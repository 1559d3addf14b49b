package io.holdfast.core.diagnosis;

import io.holdfast.core.component.ComponentId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing held to be wrong, with all that it accounts for.
 *
 * @param diagnosis what and where; of an indistinguishable class the likeliest
 * @param alternatives what would show exactly the same; to be named beside the diagnosis
 * @param explains the symptoms that it accounts for, in order; none but for {@code MonitorBlind}
 *     with doubts of our own
 * @param strays those of {@code explains} that the graph does not connect with the place: a cord or
 *     cable is probably not where the topology has it
 * @param against healthy reports of parts that ought to be lost, if this is the cause
 * @param missing the parts that ought to be lost and of which nothing was heard since
 * @param confidence from 0 to 1, how much better it is than doing without it
 * @param succeeds the diagnosis that the same cause had in the explanation before, where it had one
 */
public record Cause(
        Diagnosis diagnosis,
        List<Diagnosis> alternatives,
        List<Symptom> explains,
        List<Symptom> strays,
        List<Symptom> against,
        SortedSet<ComponentId> missing,
        double confidence,
        Optional<Diagnosis> succeeds) {

    public Cause {
        alternatives = List.copyOf(alternatives);
        explains = List.copyOf(explains);
        strays = List.copyOf(strays);
        against = List.copyOf(against);
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /** A cause that only its own symptoms speak for. */
    public static Cause alone(Diagnosis diagnosis, List<Symptom> explains, double confidence) {
        return new Cause(
                diagnosis,
                List.of(),
                explains,
                List.of(),
                List.of(),
                new TreeSet<>(),
                confidence,
                Optional.empty());
    }

    /** The components whose symptoms it accounts for. */
    public SortedSet<ComponentId> components() {
        SortedSet<ComponentId> all = new TreeSet<>();
        explains.forEach(symptom -> all.add(symptom.component()));
        return all;
    }

    /** Whether it claims that hardware is broken, missing or without power. */
    public boolean hardware() {
        return diagnosis.hardware();
    }

    /** The same cause, known to be the one that had this diagnosis before. */
    Cause succeeding(Diagnosis before) {
        return new Cause(
                diagnosis,
                alternatives,
                explains,
                strays,
                against,
                missing,
                confidence,
                Optional.of(before));
    }
}
