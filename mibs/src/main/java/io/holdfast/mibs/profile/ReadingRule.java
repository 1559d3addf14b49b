package io.holdfast.mibs.profile;

import io.holdfast.core.observation.Unit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a field's number becomes a reading.
 *
 * @param of the field
 * @param name the reading's name; the rule's own where it cannot be filled
 * @param scale what one step of the number is worth, by unit
 * @param exponent the field with ENTITY-SENSOR's scale, 9 for units, a thousandth for each step
 * @param precision the field that says how many decimal places the number has
 * @param limits the device's own limits, in the number's steps
 * @param unset raw limits that match this are not set
 * @param invalid raw numbers that match this are no reading
 * @param when the rule applies only where these fields match
 */
public record ReadingRule(
        String of,
        Template name,
        Scale scale,
        Optional<String> exponent,
        Optional<String> precision,
        Map<Bound, Limit> limits,
        Optional<Pattern> unset,
        Optional<Pattern> invalid,
        Map<String, Pattern> when) {

    public ReadingRule {
        limits = Map.copyOf(limits);
        when = Map.copyOf(when);
    }

    /** The unit, and what a step of the number is worth in it. */
    public sealed interface Scale {

        /** Always the same. */
        record Fixed(Unit unit, double step) implements Scale {}

        /** Depends on a field. */
        record ByField(String of, NumberMap<Fixed> units) implements Scale {}
    }

    /** Which limit. */
    public enum Bound {
        LOW_CRITICAL,
        LOW_WARNING,
        HIGH_WARNING,
        HIGH_CRITICAL
    }

    /** Where a limit comes from. */
    public sealed interface Limit {

        /** A field, in the steps of the number. */
        record FromField(String of) implements Limit {}

        /** A number, in the reading's unit. */
        record Fixed(double value) implements Limit {}
    }
}
