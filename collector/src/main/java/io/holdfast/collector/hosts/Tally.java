package io.holdfast.collector.hosts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of the agents' messages; for any thread. */
public final class Tally {

    /** What is counted. */
    public enum Count {
        BATCHES,
        CHANGES,
        DUPLICATES,
        HEARTBEATS,
        DIGESTS,
        DIGEST_DIFFERENCES,
        DIGESTS_REQUESTED,
        FOREIGN_COMPONENTS,
        DEVICE_STATUSES,
        FOREIGN_DEVICES,
        SNAPSHOTS,
        TASKS_FAILED
    }

    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Map<CutOff, LongAdder> cutOffs = new EnumMap<>(CutOff.class);
    private final ConcurrentHashMap<String, LongAdder> misreads = new ConcurrentHashMap<>();

    public Tally() {
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
        for (CutOff reason : CutOff.values()) {
            cutOffs.put(reason, new LongAdder());
        }
    }

    public void add(Count count, long by) {
        counts.getOrDefault(count, new LongAdder()).add(by);
    }

    /** An agent was cut off. */
    public void add(CutOff reason) {
        cutOffs.getOrDefault(reason, new LongAdder()).increment();
    }

    /** Something on the wire could not be taken as it came; reasons are a closed set. */
    public void addMisread(String reason, long by) {
        misreads.computeIfAbsent(reason, key -> new LongAdder()).add(by);
    }

    public long of(Count count) {
        return counts.getOrDefault(count, new LongAdder()).sum();
    }

    /** How many streams were ended, by reason. */
    public SortedMap<String, Long> cutOffs() {
        SortedMap<String, Long> sums = new TreeMap<>();
        cutOffs.forEach((reason, adder) -> sums.put(reason.word(), adder.sum()));
        return Collections.unmodifiableSortedMap(sums);
    }

    /** How often something could not be taken as it came, by reason. */
    public SortedMap<String, Long> misreads() {
        SortedMap<String, Long> sums = new TreeMap<>();
        misreads.forEach((reason, adder) -> sums.put(reason, adder.sum()));
        return Collections.unmodifiableSortedMap(sums);
    }
}
