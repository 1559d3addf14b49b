package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.agent.devices.snmp.exchange.ErrorStatus;
import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Finds out which of many subtrees a device has anything of, by asking for the first instance of
 * several at once.
 *
 * <p>Each is asked for by name, so that nothing hangs on the device's order. A device that does not
 * answer such questions, or answers them wrongly, is not asked them any more.
 */
final class Scout {

    /**
     * Of so many subtrees one question asks: as many first instances fit an unfragmented answer.
     */
    static final int PORTION = 20;

    /**
     * What was found.
     *
     * @param open the subtrees that have something, with their first instances, and those of which
     *     nothing was found out
     * @param empty the subtrees that have nothing, and what the device passes over there
     */
    record Scouted(SortedMap<Oid, Optional<Oid>> open, SortedMap<Oid, Gap> empty) {}

    private final Persistence persistence;
    private int portion = PORTION;

    Scout(Line line, WalkLimits limits) {
        this.persistence = new Persistence(line, limits);
    }

    Scouted look(SortedSet<Oid> subtrees, Budget budget) throws InterruptedException {
        Scouted scouted = new Scouted(new TreeMap<>(), new TreeMap<>());
        Deque<Oid> left = new ArrayDeque<>(subtrees);
        int attempt = 0;
        while (!left.isEmpty() && portion > 1) {
            List<Oid> asked = new ArrayList<>();
            while (asked.size() < portion && !left.isEmpty()) {
                asked.add(left.poll());
            }
            List<Oid> again =
                    switch (persistence.once(new Question.Next(asked), attempt, budget)) {
                        case Reply.Answer(List<Binding> bindings) -> {
                            attempt = 0;
                            yield answered(asked, bindings, scouted);
                        }
                        case Reply.Rejected(ErrorStatus status, int index) ->
                                rejected(asked, status, index, scouted);
                        case Reply.Unanswered(Trouble trouble) -> {
                            boolean lost = trouble.kind() == Trouble.Kind.TIMED_OUT;
                            portion = lost && attempt == 0 ? portion / 4 : 0;
                            attempt++;
                            yield asked;
                        }
                    };
            again.reversed().forEach(left::addFirst);
        }
        left.forEach(subtree -> scouted.open().put(subtree, Optional.empty()));
        return scouted;
    }

    /** The device has said nothing to be where it has something: no more such questions. */
    void giveUp() {
        portion = 0;
    }

    /** Takes what was answered; gives the subtrees back that have to be asked for once more. */
    private static List<Oid> answered(List<Oid> asked, List<Binding> bindings, Scouted scouted) {
        for (int i = 0; i < asked.size(); i++) {
            Oid subtree = asked.get(i);
            Binding binding = i < bindings.size() ? bindings.get(i) : null;
            if (binding != null && binding.value() == Value.Missing.END_OF_MIB_VIEW) {
                scouted.empty().put(subtree, new Gap(subtree, Optional.empty()));
            } else if (binding == null
                    || binding.value() instanceof Value.Missing
                    || binding.name().compareTo(subtree) <= 0) {
                scouted.open().put(subtree, Optional.empty());
            } else if (binding.name().startsWith(subtree)) {
                scouted.open().put(subtree, Optional.of(binding.name()));
            } else {
                scouted.empty().put(subtree, new Gap(subtree, Optional.of(binding.name())));
            }
        }
        return List.of();
    }

    private List<Oid> rejected(List<Oid> asked, ErrorStatus status, int index, Scouted scouted) {
        if (status == ErrorStatus.TOO_BIG) {
            portion = asked.size() / 2;
            return asked;
        }
        if (index < 1 || index > asked.size()) {
            asked.forEach(subtree -> scouted.open().put(subtree, Optional.empty()));
            return List.of();
        }
        Oid named = asked.get(index - 1);
        if (status == ErrorStatus.NO_SUCH_NAME) {
            // RFC 1157: that is how the end of the MIB is said in SNMPv1.
            scouted.empty().put(named, new Gap(named, Optional.empty()));
        } else {
            scouted.open().put(named, Optional.empty());
        }
        List<Oid> rest = new ArrayList<>(asked);
        rest.remove(named);
        return rest;
    }
}
