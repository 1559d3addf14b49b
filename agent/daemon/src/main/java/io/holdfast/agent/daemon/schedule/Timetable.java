package io.holdfast.agent.daemon.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides which probes start and which have run out of time; does neither itself.
 *
 * <p>A probe is {@code IDLE -> RUNNING -> ANSWERING -> IDLE}, or {@code RUNNING -> OVERDUE -> IDLE}
 * where its deadline passes first: it is interrupted once, and not started again until it has
 * returned, however long that takes. Times are readings of a monotonic clock. Not for several
 * threads.
 */
public final class Timetable {

    /** A part of the interval by which looks are moved about, so that hosts do not beat in time. */
    public static final double JITTER = 0.05;

    /** Events make a probe look at most this often: a link that flaps must not cost a core. */
    public static final Duration EVENT_GAP = Duration.ofMillis(25);

    private enum Phase {
        IDLE,
        RUNNING,
        ANSWERING,
        OVERDUE
    }

    /**
     * What is to be done now.
     *
     * @param start probes whose look begins
     * @param interrupt probes whose look has run out of time
     */
    public record Due(List<String> start, List<String> interrupt) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final RandomGenerator random;
    private long worstLateness;
    private long skipped;

    public Timetable(RandomGenerator random) {
        this.random = random;
    }

    /** Enters a probe, or gives it another pace; a new one looks at once. */
    public void enter(String probe, Pace pace, long now) {
        Row row = rows.get(probe);
        if (row == null) {
            rows.put(probe, new Row(pace, now));
        } else {
            row.pace = pace;
            row.due = earlier(row.due, now + pace.every().toNanos());
        }
    }

    /** Enters a probe, or gives it another pace, with its next look at this moment. */
    public void enter(String probe, Pace pace, long now, long due) {
        enter(probe, pace, now);
        Optional.ofNullable(rows.get(probe)).ifPresent(row -> row.due = due);
    }

    /** Strikes a probe out; a look under way ends by itself. */
    public void strike(String probe) {
        rows.remove(probe);
    }

    /** Has a probe look as soon as may be: at once, or when the look under way has ended. */
    public void lookNow(String probe, long now) {
        Row row = rows.get(probe);
        if (row != null) {
            row.due = earlier(row.due, row.soonest(now));
            row.again = row.phase != Phase.IDLE;
        }
    }

    /** What is to be done at this moment; what is named here counts as done. */
    public Due due(long now) {
        List<String> start = new ArrayList<>();
        List<String> interrupt = new ArrayList<>();
        rows.forEach(
                (probe, row) -> {
                    if (row.phase == Phase.RUNNING && now - row.deadline >= 0) {
                        row.phase = Phase.OVERDUE;
                        interrupt.add(probe);
                    }
                    if (now - row.due >= 0) {
                        if (row.phase == Phase.IDLE) {
                            begin(row, now);
                            start.add(probe);
                        } else {
                            skipped += row.again ? 0 : 1;
                            row.due = next(row, now);
                        }
                    }
                });
        return new Due(start, interrupt);
    }

    /**
     * Gives a look under way up: whatever it brings is not wanted.
     *
     * @return whether there is one, which is to be interrupted
     */
    public boolean abandon(String probe) {
        Row row = rows.get(probe);
        if (row == null || row.phase != Phase.RUNNING) {
            return false;
        }
        row.phase = Phase.OVERDUE;
        return true;
    }

    /**
     * Claims that a look has brought something, before it is handed on.
     *
     * @return whether that was in time; then no deadline passes for it any more
     */
    public boolean claim(String probe) {
        Row row = rows.get(probe);
        if (row == null || row.phase != Phase.RUNNING) {
            return false;
        }
        row.phase = Phase.ANSWERING;
        return true;
    }

    /** Notes that a look has ended, in time or not: the probe may look again. */
    public void ended(String probe, long now) {
        Row row = rows.get(probe);
        if (row == null || row.phase == Phase.IDLE) {
            return;
        }
        row.phase = Phase.IDLE;
        if (row.again) {
            row.again = false;
            row.due = row.soonest(now);
        }
    }

    /** When there is something to do next, or empty where nothing will ever be. */
    public Optional<Long> next() {
        Optional<Long> next = Optional.empty();
        for (Row row : rows.values()) {
            long at = row.phase == Phase.RUNNING ? earlier(row.deadline, row.due) : row.due;
            if (next.isEmpty() || at - next.get() < 0) {
                next = Optional.of(at);
            }
        }
        return next;
    }

    /** How late the latest start was since this was asked last. */
    public Duration takeWorstLateness() {
        Duration worst = Duration.ofNanos(worstLateness);
        worstLateness = 0;
        return worst;
    }

    /** Looks that did not begin because the one before had not returned. */
    public long skipped() {
        return skipped;
    }

    /** Probes whose look was interrupted and has not returned. */
    public List<String> stuck() {
        return rows.entrySet().stream()
                .filter(e -> e.getValue().phase == Phase.OVERDUE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void begin(Row row, long now) {
        worstLateness = Math.max(worstLateness, now - row.due);
        row.phase = Phase.RUNNING;
        row.began = now;
        row.deadline = now + row.pace.deadline().toNanos();
        row.due = next(row, now);
    }

    private long next(Row row, long now) {
        long every = row.pace.every().toNanos();
        long shift = (long) (every * JITTER * (random.nextDouble() - 0.5));
        return now + every + shift;
    }

    /** Readings of a monotonic clock may overflow: only their differences compare. */
    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    private static final class Row {
        private Pace pace;
        private Phase phase = Phase.IDLE;
        private long due;
        private long deadline;
        private boolean again;
        private long began;

        private Row(Pace pace, long due) {
            this.pace = pace;
            this.due = due;
            this.began = due - EVENT_GAP.toNanos();
        }

        private long soonest(long now) {
            long gapEnds = began + EVENT_GAP.toNanos();
            return gapEnds - now > 0 ? gapEnds : now;
        }
    }
}
