package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a walk has got to; passes on what it picks up, and knows when it is over. An answer that
 * leads from one subtree into the next that is wanted is used to its end.
 */
final class Course {

    private final Agenda agenda;
    private final Budget budget;
    private final Map<Oid, Value> sink;
    private Oid subtree;
    private Oid at;

    Course(Oid subtree, Agenda agenda, Budget budget, Map<Oid, Value> sink) {
        this.subtree = subtree;
        this.agenda = agenda;
        this.budget = budget;
        this.sink = sink;
        this.at = subtree;
    }

    /** The subtree that it is in, or was last. */
    Oid subtree() {
        return subtree;
    }

    /** The instance that the next question begins behind. */
    Oid at() {
        return at;
    }

    /**
     * Takes one answer in.
     *
     * @param most how many bindings were asked for; what a device sends beyond them is not looked
     *     at
     * @return how the walk ended; empty where it goes on
     */
    Optional<End> take(List<Binding> bindings, int most) {
        if (bindings.isEmpty()) {
            return ended(
                    new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            "an answer without any variable, behind " + at));
        }
        for (Binding binding : bindings.subList(0, Math.min(most, bindings.size()))) {
            Optional<End> end = take(binding);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private Optional<End> take(Binding binding) {
        Oid name = binding.name();
        if (binding.value() == Value.Missing.END_OF_MIB_VIEW) {
            agenda.left(subtree, new Gap(at, Optional.empty()));
            return Optional.of(End.WHOLE);
        }
        if (name.compareTo(at) <= 0) {
            // Behind the subtree or before it: nothing of ours, but the device is going round.
            return ended(
                    new Trouble(
                            Trouble.Kind.LOOPED,
                            "behind " + at + " the device sends " + name + ", where it has been"));
        }
        if (!name.startsWith(subtree)) {
            Optional<Oid> next = agenda.left(subtree, new Gap(at, Optional.of(name)));
            if (next.isEmpty()) {
                return Optional.of(End.WHOLE);
            }
            subtree = next.get();
        }
        if (binding.value() instanceof Value.Missing missing) {
            return ended(
                    new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            "the device lists " + name + " and says " + missing.shown()));
        }
        if (!budget.take(binding)) {
            return ended(
                    new Trouble(Trouble.Kind.TOO_LARGE, "more than one look may take, at " + name));
        }
        sink.put(name, binding.value());
        at = name;
        return Optional.empty();
    }

    private static Optional<End> ended(Trouble reason) {
        return Optional.of(new End(reason));
    }
}
