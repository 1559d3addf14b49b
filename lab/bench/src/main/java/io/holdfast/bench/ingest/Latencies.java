package io.holdfast.bench.ingest;

import java.time.Duration;
import java.util.Arrays;

/**
 * Durations from sending a change to its durable acknowledgement, one for each acknowledged change.
 */
final class Latencies {

    /** Enough for twenty minutes at five thousand a second; more are counted and not kept. */
    private static final int MOST = 6_000_000;

    private float[] millis = new float[1 << 16];
    private int count;
    private long beyond;

    synchronized void add(long nanos) {
        if (count == MOST) {
            beyond++;
            return;
        }
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, Math.min(MOST, count * 2));
        }
        millis[count++] = nanos / 1e6f;
    }

    /** Forgets everything, for the next stretch of a run. */
    synchronized void clear() {
        count = 0;
        beyond = 0;
    }

    synchronized long count() {
        return count + beyond;
    }

    /**
     * The duration below which this part of all lies.
     *
     * @param part from 0 to 1
     */
    synchronized Duration quantile(double part) {
        if (count == 0) {
            return Duration.ZERO;
        }
        float[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        int index = (int) Math.min(count - 1, Math.ceil(part * count) - 1);
        return Duration.ofNanos((long) (sorted[Math.max(0, index)] * 1e6));
    }
}
