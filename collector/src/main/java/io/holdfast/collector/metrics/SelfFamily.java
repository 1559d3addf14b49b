package io.holdfast.collector.metrics;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * A family about the collector itself.
 *
 * @param family the family
 * @param label the name of its one label; empty where it has a single sample without one
 * @param values a value for each value of the label
 */
public record SelfFamily(
        Family family, String label, Supplier<? extends SortedMap<String, Double>> values) {

    /** A family with a single sample. */
    public static SelfFamily of(Family family, DoubleSupplier value) {
        return new SelfFamily(
                family,
                "",
                () -> {
                    SortedMap<String, Double> one = new TreeMap<>();
                    one.put("", value.getAsDouble());
                    return one;
                });
    }
}
