package io.holdfast.bench.history;

import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.history.ReadingLog;
import io.holdfast.collector.history.Subjects;
import io.holdfast.collector.operations.EventQuery;
import io.holdfast.collector.reading.Series;
import io.holdfast.collector.reading.Step;
import io.holdfast.collector.store.Store;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The wiring of the history bench: fills a store, then asks it; one JSON line in the end. */
public final class HistoryMain {

    private static final int TIMES = 7;
    private static final Duration MONTH = Duration.ofDays(30);

    private HistoryMain() {}

    /** {@code DIRECTORY HOSTS DAYS MINUTE_DAYS SERIES EVENTS_PER_DAY}. */
    public static void main(String[] arguments) throws IOException {
        int[] numbers = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        Instant end = Instant.parse("2026-03-01T00:00:00Z");
        Year year =
                new Year(
                        numbers[0],
                        numbers[1],
                        numbers[2],
                        numbers[4],
                        end,
                        new Payloads(numbers[3]));
        Path file = Path.of(arguments[0]).resolve("holdfast.db");
        InstantSource clock = InstantSource.system();
        long begin = System.nanoTime();
        try (Store store = Store.open(file, clock, Thread::sleep, Thread::new)) {
            year.fill(store, new Subjects());
            double filled = (System.nanoTime() - begin) / 1e9;
            EventLog events = new EventLog(store);
            ReadingLog readings = new ReadingLog(store);
            ComponentId disk = year.disk(year.hosts() / 200 * 100, 3);
            Series series = new Series(disk, "value", Unit.CELSIUS);
            System.out.printf(
                    Locale.ROOT,
                    "{\"hosts\":%d,\"days\":%d,\"minute_days\":%d,\"series_per_host\":%d,"
                            + "\"events_per_host_day\":%d,\"fill_s\":%.0f,\"size_mb\":%.0f,"
                            + "\"questions\":[%s,%s,%s]}%n",
                    year.hosts(),
                    year.days(),
                    year.minuteDays(),
                    year.payloads().series(),
                    year.eventsPerDay(),
                    filled,
                    Files.size(file) / 1e6,
                    time("a month of one part's changes", () -> pages(events, end, disk, false)),
                    time("a month of one host's changes", () -> pages(events, end, disk, true)),
                    time(
                            "a month of one reading by the hour",
                            () -> readings.read(series, Step.HOUR, end.minus(MONTH), end).size()));
        }
    }

    /** Reads every page of a month and counts. */
    private static long pages(EventLog events, Instant end, ComponentId part, boolean wholeHost) {
        long found = 0;
        Optional<EventQuery.Cursor> before = Optional.empty();
        while (true) {
            EventQuery query =
                    new EventQuery(
                            Optional.of(part.host()),
                            wholeHost ? Optional.empty() : Optional.of(part),
                            Optional.of(end.minus(MONTH)),
                            Optional.of(end),
                            before,
                            EventQuery.MOST);
            List<Recorded> page = events.find(query);
            found += page.size();
            if (page.size() < EventQuery.MOST) {
                return found;
            }
            Recorded last = page.getLast();
            before = Optional.of(new EventQuery.Cursor(last.event().at(), last.id()));
        }
    }

    /** Median and worst of a few askings, the first of them cold. */
    private static String time(String question, LongSupplier asking) {
        double[] millis = new double[TIMES];
        long rows = 0;
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            rows = asking.getAsLong();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "{\"question\":\"%s\",\"rows\":%d,\"median_ms\":%.1f,\"worst_ms\":%.1f,\"n\":%d}",
                question,
                rows,
                millis[TIMES / 2],
                millis[TIMES - 1],
                TIMES);
    }
}
