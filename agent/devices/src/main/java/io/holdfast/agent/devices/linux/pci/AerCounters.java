package io.holdfast.agent.devices.linux.pci;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One of a device's three files of error counters, such as {@code aer_dev_correctable}: lines of a
 * name and a count, the last of them the total.
 *
 * @param total all errors of this severity since boot
 * @param byName the errors by name, without the total
 */
record AerCounters(long total, SortedMap<String, Long> byName) {

    private static final String TOTAL = "TOTAL_ERR_";
    private static final int MOST_LINES = 64;

    AerCounters {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Reads the file; lines that do not fit are left out, and without a total it is the sum. */
    static AerCounters parse(String text) {
        SortedMap<String, Long> byName = new TreeMap<>();
        Optional<Long> total = Optional.empty();
        try (Stream<String> lines = text.lines().limit(MOST_LINES)) {
            for (String line : (Iterable<String>) lines::iterator) {
                String[] words = line.strip().split("\\s+");
                Optional<Long> count = words.length == 2 ? count(words[1]) : Optional.empty();
                if (count.isPresent() && words[0].startsWith(TOTAL)) {
                    total = count;
                } else {
                    count.ifPresent(errors -> byName.put(words[0], errors));
                }
            }
        }
        long sum = byName.values().stream().reduce(0L, AerCounters::plus);
        return new AerCounters(total.orElse(sum), byName);
    }

    /** The name with the highest count, as a hint at what is wrong; empty where all are 0. */
    String foremost() {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** A sum that stops at the end of its range. */
    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static Optional<Long> count(String digits) {
        try {
            long count = Long.parseLong(digits);
            return count >= 0 ? Optional.of(count) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
