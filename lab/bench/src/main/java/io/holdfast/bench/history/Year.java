package io.holdfast.bench.history;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.history.EventWriting;
import io.holdfast.collector.history.Subjects;
import io.holdfast.collector.reading.Step;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.Standing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Fills a store as a year of a site's life would have.
 *
 * @param hosts how many hosts
 * @param days how long a year is
 * @param minuteDays for how many of the last days readings are kept by the minute
 * @param eventsPerDay how many changes a host has in a day
 * @param end when the year ends
 * @param payloads makes the rows of readings
 */
record Year(int hosts, int days, int minuteDays, int eventsPerDay, Instant end, Payloads payloads) {

    private static final int HOSTS_AT_ONCE = 100;

    HostId host(int number) {
        return new HostId("site" + number / 500, "r" + number / 40, "h" + number);
    }

    ComponentId disk(int host, int number) {
        return host(host).component(Kind.DISK, "sd" + number);
    }

    /** Writes everything, a day after the other, as it would have come. */
    void fill(Store store, Subjects subjects) {
        Random random = new Random(1);
        EventWriting events = new EventWriting(subjects);
        for (int day = 0; day < days; day++) {
            Instant morning = end.minus(Duration.ofDays(days - day));
            boolean fine = days - day <= minuteDays;
            for (int first = 0; first < hosts; first += HOSTS_AT_ONCE) {
                int from = first;
                int until = Math.min(hosts, first + HOSTS_AT_ONCE);
                store.write(
                        sql -> {
                            for (int h = from; h < until; h++) {
                                rows(sql, subjects, h, Step.HOUR, morning, random);
                                if (fine) {
                                    rows(sql, subjects, h, Step.MINUTE, morning, random);
                                }
                                for (Event event : events(h, morning, random)) {
                                    events.write(sql, event, event.at());
                                }
                            }
                            return until;
                        });
            }
        }
    }

    private void rows(
            Statements sql, Subjects subjects, int host, Step step, Instant morning, Random random)
            throws SQLException {
        long first = step.slot(morning);
        long last = step.slot(morning.plus(Duration.ofDays(1)));
        long id = subjects.host(sql, host(host));
        for (long row = step.block(first); row < step.block(last); row++) {
            sql.update(
                    "INSERT OR REPLACE INTO "
                            + step.table()
                            + " (host, block, payload) VALUES (?, ?, ?)",
                    id,
                    row,
                    payloads.of(sql, subjects, host(host), step, random));
        }
    }

    private List<Event> events(int host, Instant morning, Random random) {
        List<Event> events = new ArrayList<>();
        for (int e = 0; e < eventsPerDay; e++) {
            long second = Duration.ofDays(1).toSeconds() * e / eventsPerDay + random.nextInt(60);
            boolean bad = e % 2 == 0;
            events.add(
                    new Event.ComponentChanged(
                            disk(host, random.nextInt(12)),
                            morning.plusSeconds(second),
                            Optional.of(bad ? Standing.WORKING : Standing.FAILED),
                            bad ? Standing.FAILED : Standing.WORKING,
                            "",
                            List.of(
                                    Evidence.ofFile(
                                            "/sys/block/sda/device/state", "x", "made up"))));
        }
        return events;
    }
}
