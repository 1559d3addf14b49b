package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.ComponentRule;
import io.holdfast.mibs.profile.ControlRule;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.StateRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts the parts together that one profile knows. For one thread. */
final class Assembly {

    private final Profile profile;
    private final HostId host;
    private final Answers answers;
    private final Parts parts;
    private final Losses losses;
    private final Rows rows;
    private final StateJudge judge;
    private final ReadingMaker readings;

    Assembly(
            Profile profile,
            HostId host,
            String source,
            Answers answers,
            Parts parts,
            Losses losses) {
        this.profile = profile;
        this.host = host;
        this.answers = answers;
        this.parts = parts;
        this.losses = losses;
        this.rows = new Rows(answers, profile.objects());
        this.judge = new StateJudge(source);
        this.readings = new ReadingMaker(source);
    }

    /** Makes the components that have rows of their own. */
    void ownParts() {
        profile.components()
                .forEach(
                        (name, rule) -> {
                            if (rule.addsTo().isEmpty()) {
                                make(name, rule, rowsOf(name, rule));
                            }
                        });
    }

    /** Adds what other rows say of components that are there by now. */
    void additions() {
        profile.components()
                .forEach(
                        (name, rule) ->
                                rule.addsTo()
                                        .ifPresent(
                                                target -> {
                                                    for (Row row : rowsOf(name, rule)) {
                                                        parts.find(target, row, profile)
                                                                .ifPresentOrElse(
                                                                        part ->
                                                                                fill(
                                                                                        part, rule,
                                                                                        row),
                                                                        () ->
                                                                                make(
                                                                                        name,
                                                                                        rule,
                                                                                        List.of(
                                                                                                row)));
                                                    }
                                                }));
    }

    private List<Row> rowsOf(String name, ComponentRule rule) {
        Sources sources = Sources.of(profile, rule.fields());
        Set<Oid> missing = new TreeSet<>();
        for (Oid needed : sources.ofIdentity(rule)) {
            if (!answers.answered(needed)) {
                missing.add(needed);
            }
        }
        Set<Oid> columns = new TreeSet<>(rule.fields().columns().values());
        columns.removeIf(column -> !answers.answered(column));
        boolean noColumn = rule.fields().entry().isPresent() && columns.isEmpty();
        if (!missing.isEmpty() || noColumn) {
            losses.unanswered(target(name), noColumn ? columnsOf(rule) : missing);
            return List.of();
        }
        Rows.Found found = rows.of(rule.fields());
        if (found.cut()) {
            losses.cut(target(name), Rows.MOST_ROWS);
        }
        return found.rows();
    }

    private static Set<Oid> columnsOf(ComponentRule rule) {
        return new TreeSet<>(rule.fields().columns().values());
    }

    private String target(String rule) {
        return profile.name() + " " + rule;
    }

    private void make(String name, ComponentRule rule, List<Row> all) {
        Map<String, Integer> called = new HashMap<>();
        all.forEach(row -> called.merge(name(name, rule, row), 1, Integer::sum));
        Set<String> ambiguous = new HashSet<>();
        called.forEach(
                (text, times) -> {
                    if (times > 1) {
                        ambiguous.add(text);
                    }
                });
        for (Row row : all) {
            if (parts.full()) {
                losses.cut("all parts of the device", Parts.MOST_PARTS);
                return;
            }
            String text = name(name, rule, row);
            make(name, rule, row, ambiguous.contains(text) ? numbered(text, row) : text);
        }
    }

    private static String numbered(String text, Row row) {
        String index = row.index().toString();
        int from = Math.max(0, index.length() - PlainNames.LONGEST / 2);
        return PlainNames.with(text, "[" + index.substring(from) + "]");
    }

    private static String name(String rule, ComponentRule component, Row row) {
        return component
                .name()
                .fill(row.index(), row::text)
                .flatMap(PlainNames::of)
                .orElseGet(() -> PlainNames.of(rule + " " + row.index()).orElse(rule));
    }

    private void make(String ruleName, ComponentRule rule, Row row, String name) {
        Kind kind = rule.kind().orElse(Kind.HOST);
        ComponentId id = kind == Kind.HOST ? host.self() : host.component(kind, name);
        Optional<Long> entity = entity(rule, row);
        Part fresh = new Part(id, profile, row, rule.parent());
        boolean unpopulated = fill(fresh, rule, row);
        if (unpopulated) {
            parts.markEmpty(entity, kind);
            return;
        }
        if (parts.knownEmpty(entity, kind)) {
            return;
        }
        Part.Origin origin = new Part.Origin(profile.name(), ruleName, row.index());
        Optional<Part> same = parts.same(id, entity, profile);
        if (same.isPresent()) {
            same.get().findings().addAll(fresh.findings());
            same.get().control(fresh.control());
            fresh.attributes().forEach(same.get()::attribute);
            parts.add(same.get(), origin, entity);
        } else if (parts.taken(id)) {
            make(ruleName, rule, row, PlainNames.with(name, "(" + ruleName + ")"), origin, entity);
        } else {
            parts.add(fresh, origin, entity);
        }
    }

    /** Two rules of one profile that call their parts the same mean two parts. */
    private void make(
            String ruleName,
            ComponentRule rule,
            Row row,
            String name,
            Part.Origin origin,
            Optional<Long> entity) {
        ComponentId id = host.component(rule.kind().orElse(Kind.HOST), name);
        if (!parts.taken(id)) {
            Part part = new Part(id, profile, row, rule.parent());
            fill(part, rule, row);
            parts.add(part, origin, entity);
        } else {
            losses.cut(target(ruleName) + " " + name + ": the name is taken twice", 1);
        }
    }

    private static Optional<Long> entity(ComponentRule rule, Row row) {
        return rule.entity()
                .flatMap(template -> template.fillOid(row.index(), row::text))
                .filter(oid -> oid.length() == 1)
                .map(oid -> oid.arc(0));
    }

    /**
     * Adds what a row says.
     *
     * @return whether it says that there is no part at all
     */
    private boolean fill(Part part, ComponentRule rule, Row row) {
        boolean unpopulated = false;
        Sources sources = Sources.of(profile, rule.fields());
        for (Map.Entry<String, StateRule> state : rule.states().entrySet()) {
            Set<Oid> missing = new TreeSet<>(sources.of(state.getValue()));
            missing.removeIf(answers::answered);
            if (missing.isEmpty()) {
                String name = state.getKey().replace('-', ' ');
                unpopulated |= judge.judge(name, state.getValue(), row, part.findings());
            } else {
                part.findings().unanswered(Losses.silence(missing));
            }
        }
        rule.readings()
                .forEach(
                        (name, reading) ->
                                readings.read(
                                        name.replace('-', '_'), reading, row, part.findings()));
        rule.attributes()
                .forEach(
                        (name, template) ->
                                template.fill(row.index(), row::text)
                                        .ifPresent(text -> part.attribute(name, text)));
        part.control(rule.control().flatMap(control -> control(part.id(), control, row)));
        return unpopulated;
    }

    private static Optional<Control> control(ComponentId id, ControlRule rule, Row row) {
        return Optional.of(rule)
                .filter(control -> row.matchesAll(control.when()))
                .flatMap(control -> control.index().fillOid(row.index(), row::text))
                .map(
                        index ->
                                new Control(
                                        id,
                                        write(rule.off(), index),
                                        write(rule.on(), index),
                                        rule.says().child(index),
                                        rule.isOff(),
                                        rule.isOn()));
    }

    private static Control.Write write(ControlRule.Write write, Oid index) {
        return new Control.Write(write.object().child(index), write.value());
    }
}
