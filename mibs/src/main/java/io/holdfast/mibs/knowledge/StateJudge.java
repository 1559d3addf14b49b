package io.holdfast.mibs.knowledge;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.profile.NumberMap;
import io.holdfast.mibs.profile.StateRule;
import io.holdfast.mibs.profile.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Judges the states of a row.
 *
 * @param source who was asked
 */
record StateJudge(String source) {

    /** What a value means. */
    record Judged(Verdict verdict, String label) {}

    /**
     * Adds what a state says.
     *
     * @param name the state's name, for people
     * @return whether it says that there is no part at all
     */
    boolean judge(String name, StateRule rule, Row row, Findings findings) {
        if (!row.matchesAll(rule.when())) {
            return false;
        }
        Optional<Row.Field> field = row.field(rule.of());
        if (field.isEmpty()) {
            return false;
        }
        boolean unpopulated = false;
        for (Judged judged : judge(rule, field.get().value())) {
            unpopulated |= judged.verdict() == Verdict.UNPOPULATED;
            add(name, judged, field.get(), findings);
        }
        return unpopulated;
    }

    private void add(String name, Judged judged, Row.Field field, Findings findings) {
        String value = PlainNames.of(field.value().shown()).orElse("");
        String said = judged.label().isEmpty() ? "" : ": " + judged.label();
        Evidence evidence = new Evidence(source, field.instance().toString(), value, name + said);
        switch (judged.verdict()) {
            case OK -> findings.add(Health.OK, evidence);
            case DEGRADED -> findings.add(Health.DEGRADED, evidence);
            case FAILED -> findings.add(Health.FAILED, evidence);
            case ABSENT -> findings.absent(evidence);
            case UNKNOWN -> findings.unknown(evidence);
            case UNPOPULATED, NOTHING -> {}
        }
    }

    /** What a value means by a rule: one verdict, or one for each bit. */
    static List<Judged> judge(StateRule rule, Value value) {
        if (rule.mask()) {
            return bits(rule, value);
        }
        OptionalLong number = number(value);
        if (number.isPresent()) {
            Optional<NumberMap.Entry<Verdict>> entry = rule.values().find(number.getAsLong());
            if (entry.isPresent()) {
                return List.of(new Judged(entry.get().meaning(), entry.get().label()));
            }
        }
        String text = Row.cut(value.shown()).strip();
        return List.of(
                rule.texts().values().stream()
                        .filter(meaning -> meaning.pattern().matcher(text).matches())
                        .map(StateRule.TextMeaning::verdict)
                        .max(Comparator.naturalOrder())
                        .map(verdict -> new Judged(verdict, text))
                        .orElseGet(() -> new Judged(rule.otherwise(), unlisted(rule))));
    }

    private static String unlisted(StateRule rule) {
        return rule.otherwise() == Verdict.UNKNOWN ? "a value that the profile does not know" : "";
    }

    /** Some agents give numbers as text. */
    static OptionalLong number(Value value) {
        OptionalLong number = value.number();
        if (number.isPresent() || !(value instanceof Value.Octets octets)) {
            return number;
        }
        String text = octets.text().strip();
        boolean whole = text.matches("[+-]?\\d{1,18}");
        return whole ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static List<Judged> bits(StateRule rule, Value value) {
        List<Judged> judged = new ArrayList<>();
        boolean readable = value instanceof Value.Octets || value.number().isPresent();
        if (!readable) {
            return List.of(new Judged(Verdict.UNKNOWN, "no mask of bits"));
        }
        boolean anySet = false;
        for (NumberMap.Entry<Verdict> entry : rule.set().entries()) {
            if (bit(value, entry.least())) {
                judged.add(new Judged(entry.meaning(), label(entry)));
                anySet = true;
            }
        }
        for (NumberMap.Entry<Verdict> entry : rule.clear().entries()) {
            if (!bit(value, entry.least())) {
                judged.add(new Judged(entry.meaning(), "not " + label(entry)));
            }
        }
        if (!anySet) {
            rule.noBits().ifPresent(verdict -> judged.add(new Judged(verdict, "")));
        }
        return judged;
    }

    private static String label(NumberMap.Entry<Verdict> entry) {
        return entry.label().isEmpty() ? "bit " + entry.least() : entry.label();
    }

    /** Bit 0 of a number is its lowest, of BITS the highest of the first byte. */
    private static boolean bit(Value value, long number) {
        if (value instanceof Value.Octets octets) {
            return number <= Integer.MAX_VALUE && octets.bit((int) number);
        }
        return number >= 0 && number < Long.SIZE && (value.number().orElse(0) & 1L << number) != 0;
    }
}
