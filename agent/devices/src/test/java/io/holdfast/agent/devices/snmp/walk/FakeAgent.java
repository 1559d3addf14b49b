package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.agent.devices.snmp.exchange.ErrorStatus;
import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** An agent over a map, with the weaknesses that real ones have. */
final class FakeAgent implements Line {

    final TreeMap<Oid, Value> objects = new TreeMap<>();
    final List<Question> asked = new ArrayList<>();
    final ManualTime time = ManualTime.start();

    /** Whether it speaks SNMPv1 only. */
    boolean old;

    /** More bindings than this do not fit its answer, and it says tooBig. */
    int fits = 1_000;

    /** More bindings than this get lost on the way: no answer. */
    int arrives = 1_000;

    /** It sends no more than this, however many were asked for. */
    int sends = 1_000;

    /** After so many questions it is dead. */
    int diesAfter = Integer.MAX_VALUE;

    /** Whether GETBULK is an error to it. */
    boolean failsBulk;

    /** Whether every question ends in an error of its own. */
    boolean failsAll;

    /** Whether of several names in one GETNEXT it looks up the first only. */
    boolean seesFirstOnly;

    /** Where the next instance is; a bad agent goes astray. */
    Function<Oid, Map.Entry<Oid, Value>> next = objects::higherEntry;

    void table(String column, int rows) {
        for (int row = 1; row <= rows; row++) {
            objects.put(Oid.parse(column).child(row), new Value.Whole(row));
        }
    }

    @Override
    public boolean knowsBulk() {
        return !old;
    }

    @Override
    public Reply ask(Question question, Duration timeout) {
        asked.add(question);
        if (asked.size() > diesAfter) {
            return silence(timeout);
        }
        if (failsAll) {
            return new Reply.Rejected(ErrorStatus.GENERAL, 1);
        }
        return switch (question) {
            case Question.Get get -> get(get);
            case Question.Next(List<Oid> after) when after.size() == 1 ->
                    following(after.getFirst(), 1, timeout);
            case Question.Next(List<Oid> after) -> each(after, timeout);
            case Question.Bulk(Oid after, int repetitions) ->
                    failsBulk
                            ? new Reply.Rejected(ErrorStatus.GENERAL, 1)
                            : following(after, repetitions, timeout);
            case Question.Set set -> set(set);
        };
    }

    private Reply silence(Duration timeout) {
        time.advance(timeout);
        return new Reply.Unanswered(new Trouble(Trouble.Kind.TIMED_OUT, "no answer"));
    }

    private Reply get(Question.Get get) {
        for (int i = 0; old && i < get.names().size(); i++) {
            if (!objects.containsKey(get.names().get(i))) {
                return new Reply.Rejected(ErrorStatus.NO_SUCH_NAME, i + 1);
            }
        }
        return new Reply.Answer(
                get.names().stream()
                        .map(
                                name ->
                                        new Binding(
                                                name,
                                                objects.getOrDefault(
                                                        name, Value.Missing.NO_SUCH_INSTANCE)))
                        .toList());
    }

    private Reply set(Question.Set set) {
        set.bindings().forEach(it -> objects.put(it.name(), it.value()));
        return new Reply.Answer(set.bindings());
    }

    /** Several at once, each by itself. */
    private Reply each(List<Oid> names, Duration timeout) {
        if (names.size() > fits) {
            return new Reply.Rejected(ErrorStatus.TOO_BIG, 0);
        }
        if (names.size() > arrives) {
            return silence(timeout);
        }
        List<Binding> bindings = new ArrayList<>();
        for (Oid name : names.subList(0, Math.min(names.size(), sends))) {
            Map.Entry<Oid, Value> found =
                    seesFirstOnly && !bindings.isEmpty() ? null : next.apply(name);
            if (found == null && old) {
                return new Reply.Rejected(ErrorStatus.NO_SUCH_NAME, bindings.size() + 1);
            }
            bindings.add(
                    found == null
                            ? new Binding(name, Value.Missing.END_OF_MIB_VIEW)
                            : new Binding(found.getKey(), found.getValue()));
        }
        return new Reply.Answer(bindings);
    }

    private Reply following(Oid after, int count, Duration timeout) {
        List<Binding> bindings = new ArrayList<>();
        Oid at = after;
        while (bindings.size() < Math.min(count, sends)) {
            Map.Entry<Oid, Value> found = next.apply(at);
            if (found == null) {
                if (old) {
                    return new Reply.Rejected(ErrorStatus.NO_SUCH_NAME, 1);
                }
                bindings.add(new Binding(at, Value.Missing.END_OF_MIB_VIEW));
            } else {
                at = found.getKey();
                bindings.add(new Binding(at, found.getValue()));
            }
        }
        if (bindings.size() > fits) {
            return new Reply.Rejected(ErrorStatus.TOO_BIG, 0);
        }
        return bindings.size() > arrives ? silence(timeout) : new Reply.Answer(bindings);
    }
}
