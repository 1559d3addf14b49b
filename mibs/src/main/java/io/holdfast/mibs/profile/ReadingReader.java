package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Section;
import io.holdfast.core.observation.Unit;
import io.holdfast.mibs.profile.ReadingRule.Bound;
import io.holdfast.mibs.profile.ReadingRule.Limit;
import io.holdfast.mibs.profile.ReadingRule.Scale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads how a field's number becomes a reading.
 *
 * @param reader knows the fields
 * @param fields where they come from
 */
record ReadingReader(FieldsReader reader, Fields fields) {

    Optional<ReadingRule> read(Section section) {
        Optional<String> of = section.required("of", ProfileTypes.FIELD);
        Optional<Template> name = section.value("name", ProfileTypes.TEMPLATE);
        Optional<Scale> scale = scale(section);
        Optional<String> exponent = section.value("entity-scale", ProfileTypes.FIELD);
        Optional<String> precision = section.value("precision", ProfileTypes.FIELD);
        Map<Bound, Limit> limits = limits(section.section("limits"));
        ReadingRule rule =
                new ReadingRule(
                        of.orElse(""),
                        name.orElse(new Template("", List.of())),
                        scale.orElse(new Scale.Fixed(Unit.COUNT, 1)),
                        exponent,
                        precision,
                        limits,
                        section.value("unset", ProfileTypes.PATTERN),
                        section.value("invalid", ProfileTypes.PATTERN),
                        section.section("when").values(ProfileTypes.PATTERN));
        of.ifPresent(field -> reader.require(section, "of", fields, Set.of(field)));
        exponent.ifPresent(f -> reader.require(section, "entity-scale", fields, Set.of(f)));
        precision.ifPresent(f -> reader.require(section, "precision", fields, Set.of(f)));
        name.ifPresent(n -> reader.require(section, "name", fields, n.fields()));
        reader.require(section, "limits", fields, limitFields(limits));
        reader.require(section, "when", fields, rule.when().keySet());
        return of.isPresent() && scale.isPresent() ? Optional.of(rule) : Optional.empty();
    }

    private Optional<Scale> scale(Section section) {
        Optional<String> by = section.value("unit-of", ProfileTypes.FIELD);
        double step = section.value("scale", ProfileTypes.NUMBER, 1.0);
        if (by.isEmpty()) {
            return section.required("unit", ProfileTypes.UNIT)
                    .map(unit -> new Scale.Fixed(unit, step));
        }
        reader.require(section, "unit-of", fields, Set.of(by.get()));
        NumberMap<Unit> units = NumberKeys.read(section.section("units"), ProfileTypes.UNIT);
        NumberMap<Double> steps = NumberKeys.read(section.section("scales"), ProfileTypes.NUMBER);
        List<NumberMap.Entry<Scale.Fixed>> entries = new ArrayList<>();
        for (NumberMap.Entry<Unit> unit : units.entries()) {
            double own = steps.find(unit.least()).map(NumberMap.Entry::meaning).orElse(step);
            entries.add(
                    new NumberMap.Entry<>(
                            unit.label(),
                            unit.least(),
                            unit.most(),
                            new Scale.Fixed(unit.meaning(), own)));
        }
        if (entries.isEmpty()) {
            section.problem("unit-of", "expected 'units' for its numbers, found none");
        }
        return Optional.of(new Scale.ByField(by.get(), new NumberMap<>(entries)));
    }

    private static Map<Bound, Limit> limits(Section section) {
        Map<Bound, Limit> limits = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            section.value(io.holdfast.config.value.Words.word(bound), ProfileTypes.LIMIT)
                    .ifPresent(limit -> limits.put(bound, limit));
        }
        return limits;
    }

    private static Set<String> limitFields(Map<Bound, Limit> limits) {
        Set<String> names = new TreeSet<>();
        for (Limit limit : limits.values()) {
            if (limit instanceof Limit.FromField(String of)) {
                names.add(of);
            }
        }
        return names;
    }
}
