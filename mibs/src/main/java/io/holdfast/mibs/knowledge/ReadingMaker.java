package io.holdfast.mibs.knowledge;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Reading;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.profile.NumberMap;
import io.holdfast.mibs.profile.ReadingRule;
import io.holdfast.mibs.profile.ReadingRule.Bound;
import io.holdfast.mibs.profile.ReadingRule.Limit;
import io.holdfast.mibs.profile.ReadingRule.Scale;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes readings of a row's numbers, and judges them by the device's own limits.
 *
 * @param source who was asked
 */
record ReadingMaker(String source) {

    /** ENTITY-SENSOR-MIB, EntitySensorDataScale: units(9). */
    private static final int UNITS = 9;

    /** ENTITY-SENSOR-MIB, EntitySensorDataScale: yocto(1) to yotta(17). */
    private static final int MOST_EXPONENT = 17;

    private static final int MOST_PLACES = 9;

    /** Adds the reading that a rule makes, if it makes one. */
    void read(String name, ReadingRule rule, Row row, Findings findings) {
        if (!row.matchesAll(rule.when())) {
            return;
        }
        Optional<Row.Field> field = row.field(rule.of());
        Optional<Scale.Fixed> scale = scale(rule, row);
        if (field.isEmpty() || scale.isEmpty()) {
            return;
        }
        String raw = field.get().value().shown().strip();
        boolean valid = rule.invalid().filter(p -> p.matcher(raw).matches()).isEmpty();
        OptionalDouble number = number(field.get().value());
        if (!valid || number.isEmpty()) {
            return;
        }
        double step = scale.get().step() * factor(rule, row);
        double value = tidy(number.getAsDouble() * step);
        Limits limits = limits(rule, row, step);
        String called = rule.name().fill(row.index(), row::text).orElse(name);
        String plain = PlainNames.of(called.toLowerCase(Locale.ROOT)).orElse(name);
        findings.add(new Reading(plain, value, scale.get().unit(), limits));
        if (!limits.isEmpty()) {
            Health health = limits.judge(value);
            String label =
                    "%s %s %s%s"
                            .formatted(
                                    plain,
                                    shown(value),
                                    scale.get().unit().symbol(),
                                    health == Health.OK ? "" : ", beyond the device's own limit");
            String key = field.get().instance().toString();
            findings.add(health, new Evidence(source, key, raw, label));
        }
    }

    private static Optional<Scale.Fixed> scale(ReadingRule rule, Row row) {
        return switch (rule.scale()) {
            case Scale.Fixed fixed -> Optional.of(fixed);
            case Scale.ByField(String of, NumberMap<Scale.Fixed> units) ->
                    row.field(of)
                            .flatMap(field -> whole(field.value()))
                            .flatMap(units::find)
                            .map(NumberMap.Entry::meaning);
        };
    }

    private static double factor(ReadingRule rule, Row row) {
        long exponent = rule.exponent().flatMap(f -> whole(row, f)).orElse((long) UNITS);
        long places = rule.precision().flatMap(f -> whole(row, f)).orElse(0L);
        boolean sane =
                exponent >= 1
                        && exponent <= MOST_EXPONENT
                        && places >= -MOST_PLACES
                        && places <= MOST_PLACES;
        return sane ? Math.pow(10, 3.0 * (exponent - UNITS) - places) : 1;
    }

    private static Optional<Long> whole(Row row, String field) {
        return row.field(field).flatMap(f -> whole(f.value()));
    }

    private static Optional<Long> whole(Value value) {
        var number = StateJudge.number(value);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    /** Limits that contradict one another, as all zero do, are none. */
    private static Limits limits(ReadingRule rule, Row row, double step) {
        OptionalDouble lowCritical = limit(rule, Bound.LOW_CRITICAL, row, step);
        OptionalDouble lowWarning = limit(rule, Bound.LOW_WARNING, row, step);
        OptionalDouble highWarning = limit(rule, Bound.HIGH_WARNING, row, step);
        OptionalDouble highCritical = limit(rule, Bound.HIGH_CRITICAL, row, step);
        double low =
                Math.max(
                        lowCritical.orElse(Double.NEGATIVE_INFINITY),
                        lowWarning.orElse(Double.NEGATIVE_INFINITY));
        double high =
                Math.min(
                        highCritical.orElse(Double.POSITIVE_INFINITY),
                        highWarning.orElse(Double.POSITIVE_INFINITY));
        return low < high
                ? new Limits(lowCritical, lowWarning, highWarning, highCritical)
                : Limits.NONE;
    }

    private static OptionalDouble limit(ReadingRule rule, Bound bound, Row row, double step) {
        Limit limit = rule.limits().get(bound);
        if (limit == null) {
            return OptionalDouble.empty();
        }
        return switch (limit) {
            case Limit.Fixed(double value) -> OptionalDouble.of(value);
            case Limit.FromField(String of) -> {
                Optional<Row.Field> field =
                        row.field(of)
                                .filter(
                                        f ->
                                                rule.unset()
                                                        .filter(p -> matches(p, f.value()))
                                                        .isEmpty());
                OptionalDouble raw =
                        field.map(f -> number(f.value())).orElse(OptionalDouble.empty());
                yield raw.isPresent()
                        ? OptionalDouble.of(tidy(raw.getAsDouble() * step))
                        : OptionalDouble.empty();
            }
        };
    }

    private static boolean matches(java.util.regex.Pattern pattern, Value value) {
        return pattern.matcher(value.shown().strip()).matches();
    }

    /** The number that a value is, or that its text begins with, as in {@code 41.00 Centigrade}. */
    static OptionalDouble number(Value value) {
        if (value.number().isPresent()) {
            return OptionalDouble.of((double) value.number().getAsLong());
        }
        if (!(value instanceof Value.Octets octets)) {
            return OptionalDouble.empty();
        }
        String text = octets.text().strip().replace(',', '.');
        var matcher =
                java.util.regex.Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?").matcher(text);
        return matcher.lookingAt()
                ? OptionalDouble.of(Double.parseDouble(matcher.group()))
                : OptionalDouble.empty();
    }

    /** Steps such as 0.1 leave dust in binary; nine places are more than any sensor has. */
    private static double tidy(double value) {
        double grown = value * 1e9;
        return Math.abs(grown) < 9e15 ? Math.rint(grown) / 1e9 : value;
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
