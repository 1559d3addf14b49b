package io.holdfast.collector.metrics;

/**
 * Metrics of one name (OpenMetrics 1.0, section "MetricFamily").
 *
 * @param name the name; ends in the unit, where it has one
 * @param type how its values behave
 * @param unit the unit; empty where it has none
 * @param help what it means
 */
public record Family(String name, Type type, String unit, String help) {

    /** How values behave. */
    public enum Type {
        GAUGE("gauge", ""),
        COUNTER("counter", "_total");

        private final String word;
        private final String suffix;

        Type(String word, String suffix) {
            this.word = word;
            this.suffix = suffix;
        }

        String word() {
            return word;
        }

        String suffix() {
            return suffix;
        }
    }

    /** Values that go up and down, without a unit. */
    public static Family gauge(String name, String help) {
        return new Family(name, Type.GAUGE, "", help);
    }

    /** Values that go up and down, in the unit that ends the name. */
    public static Family gauge(String name, String unit, String help) {
        return new Family(name, Type.GAUGE, unit, help);
    }

    /** Counts since the process started. */
    public static Family counter(String name, String help) {
        return new Family(name, Type.COUNTER, "", help);
    }
}
