package io.holdfast.collector.reading;

/**
 * The values of a reading over some time, rolled into four numbers.
 *
 * @param count how many values, at least 1
 */
public record Stat(double min, double max, double mean, long count) {

    public Stat {
        if (count < 1) {
            throw new IllegalArgumentException("expected at least one value, found " + count);
        }
    }

    /** One value. */
    public static Stat of(double value) {
        return new Stat(value, value, value, 1);
    }

    /** Both together. */
    public Stat with(Stat other) {
        long all = count + other.count;
        double share = (double) other.count / all;
        return new Stat(
                Math.min(min, other.min),
                Math.max(max, other.max),
                mean + (other.mean - mean) * share,
                all);
    }
}
