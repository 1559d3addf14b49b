package io.holdfast.agent.devices.linux;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast counters of the kernel grow, over a sliding window of looks.
 *
 * <p>A window, because looks may follow one another within milliseconds: the increase since the
 * last look, taken as a rate, would make a storm of a single error.
 *
 * <p>A counter that went back has wrapped at 32 bits where that explains it with less than half a
 * turn, and else began anew at zero, as after the reload of a driver: what it shows then has been
 * counted since. The first look at a counter gives no rate. A counter that is missing from a look
 * is forgotten. Not for several threads.
 */
public final class CounterRates {

    /** Samples kept for each counter; looks that come closer together share one. */
    static final int SLOTS = 60;

    private static final long TURN = 1L << 32;

    private final Duration window;
    private final Map<String, Track> tracks = new HashMap<>();

    public CounterRates(Duration window) {
        if (window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "expected a window of at least a second, found " + window);
        }
        this.window = window;
    }

    /** How far back the rates look. */
    public Duration window() {
        return window;
    }

    /**
     * Takes a look at all counters and gives the rate of each that was seen before.
     *
     * @param nanos when, by a monotonic ticker
     * @param counters what each shows; never negative
     */
    public Map<String, Rate> look(long nanos, Map<String, Long> counters) {
        tracks.keySet().retainAll(counters.keySet());
        Map<String, Rate> rates = new LinkedHashMap<>();
        counters.forEach(
                (name, value) -> {
                    Track track = tracks.get(name);
                    if (track == null) {
                        tracks.put(name, new Track(nanos, value));
                    } else {
                        Rate rate = track.grow(nanos, value, window.toNanos());
                        if (rate.nanos() > 0) {
                            rates.put(name, rate);
                        }
                    }
                });
        return rates;
    }

    /** How much a counter grew that first showed one value and then another. */
    static long increase(long before, long now) {
        if (now >= before) {
            return now - before;
        }
        long turned = TURN - before + now;
        boolean wrapped = before < TURN && turned < TURN / 2;
        return wrapped ? turned : now;
    }

    /**
     * How much a counter grew, and in what time.
     *
     * @param increase by how much
     * @param nanos in how many nanoseconds, above 0
     */
    public record Rate(long increase, long nanos) {

        private static final double NANOS_A_SECOND = 1e9;

        /** No growth in an instant: what stands for a counter that has no rate yet. */
        public static final Rate NONE = new Rate(0, 1);

        public double perSecond() {
            return increase * NANOS_A_SECOND / nanos;
        }

        public double perHour() {
            return perSecond() * 3600;
        }

        /** The growth in a window, which is all of it while less time than that was watched. */
        public double within(Duration window) {
            return nanos <= window.toNanos()
                    ? increase
                    : increase * ((double) window.toNanos() / nanos);
        }
    }

    /** One counter's past. */
    private static final class Track {

        private final Deque<Sample> samples = new ArrayDeque<>();
        private long last;
        private long grown;

        Track(long nanos, long value) {
            last = value;
            samples.add(new Sample(nanos, 0));
        }

        Rate grow(long nanos, long value, long window) {
            grown += increase(last, value);
            last = value;
            dropBefore(nanos - window);
            Sample first = samples.getFirst();
            if (nanos - samples.getLast().nanos() >= window / SLOTS) {
                samples.addLast(new Sample(nanos, grown));
            }
            return new Rate(grown - first.grown(), nanos - first.nanos());
        }

        /** Drops samples, but keeps the last one from before the window: it is its left edge. */
        private void dropBefore(long edge) {
            while (samples.size() > 1) {
                Sample first = samples.removeFirst();
                if (samples.getFirst().nanos() - edge > 0) {
                    samples.addFirst(first);
                    return;
                }
            }
        }

        private record Sample(long nanos, long grown) {}
    }
}
