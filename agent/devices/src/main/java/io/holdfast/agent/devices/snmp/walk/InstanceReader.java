package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.agent.devices.snmp.exchange.ErrorStatus;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.object.Variables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks for instances by name, in portions that fit; one that a device lacks hides no other. */
final class InstanceReader {

    /** How many names go into one question: their values then fit an unfragmented answer. */
    static final int PORTION = 20;

    private final Persistence persistence;
    private final Budget budget;
    private final TreeMap<Oid, Value> got = new TreeMap<>();
    private final TreeMap<Oid, Trouble> unanswered = new TreeMap<>();
    private final Deque<List<Oid>> portions = new ArrayDeque<>();

    InstanceReader(Persistence persistence, Budget budget) {
        this.persistence = persistence;
        this.budget = budget;
    }

    Instances read(List<Oid> names) throws InterruptedException {
        for (int from = 0; from < names.size(); from += PORTION) {
            portions.add(names.subList(from, Math.min(names.size(), from + PORTION)));
        }
        while (!portions.isEmpty()) {
            List<Oid> portion = portions.poll();
            switch (persistence.ask(new Question.Get(portion), budget)) {
                case Reply.Answer(List<Binding> bindings) -> take(portion, bindings);
                case Reply.Rejected(ErrorStatus status, int index) ->
                        rejected(portion, status, index);
                case Reply.Unanswered(Trouble trouble) -> {
                    // What one question does not get, the next does not get either.
                    miss(portion, trouble);
                    portions.forEach(rest -> miss(rest, trouble));
                    portions.clear();
                }
            }
        }
        return new Instances(new Variables(got), unanswered);
    }

    private void take(List<Oid> portion, List<Binding> bindings) {
        Set<Oid> open = new TreeSet<>(portion);
        for (Binding binding : bindings) {
            if (open.remove(binding.name())
                    && !(binding.value() instanceof Value.Missing)
                    && budget.take(binding)) {
                got.put(binding.name(), binding.value());
            }
        }
        open.forEach(
                name ->
                        unanswered.put(
                                name,
                                new Trouble(
                                        Trouble.Kind.NOT_UNDERSTOOD,
                                        "the answer leaves " + name + " out")));
    }

    /** A question that a device rejects is halved until the name that it dislikes stands alone. */
    private void rejected(List<Oid> portion, ErrorStatus status, int index) {
        if (portion.size() > 1) {
            boolean named = status == ErrorStatus.NO_SUCH_NAME && index <= portion.size();
            int cut = named && index > 0 ? Math.min(index, portion.size() - 1) : portion.size() / 2;
            portions.addFirst(portion.subList(cut, portion.size()));
            portions.addFirst(portion.subList(0, cut));
        } else if (status != ErrorStatus.NO_SUCH_NAME) {
            miss(portion, Trouble.of(status, " of " + portion.getFirst()));
        }
    }

    private void miss(List<Oid> names, Trouble trouble) {
        names.forEach(name -> unanswered.put(name, trouble));
    }
}
