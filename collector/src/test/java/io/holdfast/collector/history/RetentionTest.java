package io.holdfast.collector.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import io.holdfast.config.collector.RetentionSettings;
import io.holdfast.config.value.ByteSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real store with an event for each of its days, on a disk that a test made up. */
final class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int DAYS = 300;
    private static final int PERCENT = 100;
    private static final RetentionSettings SETTINGS = RetentionSettings.NORMAL;

    @TempDir Path directory;

    private Store store;

    @BeforeEach
    void fill() {
        store = open();
        store.write(sql -> sql.update("INSERT INTO host (id, name) VALUES (1, 'a/b/c')"));
        store.write(
                sql -> {
                    for (int day = 0; day < DAYS; day++) {
                        sql.update(
                                "INSERT INTO event (at, delay_millis, host, kind, detail)"
                                        + " VALUES (?, 0, 1, 1, ?)",
                                Times.micros(NOW.minus(Duration.ofDays(day))),
                                "x".repeat(20_000));
                    }
                    return DAYS;
                });
        // So that the file, and not its write-ahead log, has it all.
        store.close();
        store = open();
    }

    private Store open() {
        return Store.open(
                directory.resolve("holdfast.db"),
                InstantSource.system(),
                length -> Thread.onSpinWait(),
                Thread.ofPlatform().daemon().factory());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void historyStaysWhereSomethingElseFillsTheDisk() {
        Retention retention = new Retention(store, full(ByteSizes.TIB), () -> 0);

        retention.run(SETTINGS, NOW);

        assertThat(events()).isEqualTo(DAYS);
        assertThat(retention.crowding(SETTINGS))
                .hasValueSatisfying(
                        trouble -> {
                            assertThat(trouble.what())
                                    .startsWith("expected 5 % of the disk of " + store.file())
                                    .contains("something else fills it", "history is kept");
                            assertThat(trouble.remedy()).contains("free some room");
                        });
    }

    @Test
    void historyGoesAsFarAsThatFreesWhatIsMissing() throws IOException {
        long missing = Files.size(store.file()) / 3;
        Retention retention =
                new Retention(store, full(missing * PERCENT / SETTINGS.keepFreePercent()), () -> 0);

        retention.run(SETTINGS, NOW);

        assertThat(events()).isBetween(DAYS / 4L, DAYS * 2 / 3L);
        assertThat(freePages()).as("what holds nothing is given back").isZero();
    }

    @Test
    void noHistoryGoesWhereEnoughIsFree() {
        Retention retention =
                new Retention(
                        store, () -> new Disk.Space(ByteSizes.GIB, 2 * ByteSizes.GIB), () -> 0);

        retention.run(SETTINGS, NOW);

        assertThat(events()).isEqualTo(DAYS);
        assertThat(retention.crowding(SETTINGS)).isEmpty();
    }

    @Test
    void theLimitHoldsWhereTheDiskDoesNotTellHowFullItIs() throws IOException {
        Disk mute =
                () -> {
                    throw new IOException("no answer");
                };
        var small =
                new RetentionSettings(
                        SETTINGS.changes(),
                        SETTINGS.minutes(),
                        SETTINGS.hours(),
                        Files.size(store.file()) / 2,
                        SETTINGS.keepFreePercent());

        new Retention(store, mute, () -> 0).run(small, NOW);

        assertThat(events()).isLessThan(DAYS);
    }

    @Test
    void theDiskIsAskedOnceASecondHoweverManyReportsThereAre() {
        AtomicInteger asked = new AtomicInteger();
        AtomicLong nanos = new AtomicLong();
        Disk disk =
                () -> {
                    asked.incrementAndGet();
                    return new Disk.Space(ByteSizes.GIB, 2 * ByteSizes.GIB);
                };
        Retention retention = new Retention(store, disk, nanos::get);
        retention.crowding(SETTINGS);
        nanos.addAndGet(Retention.GLANCE.toNanos() - 1);
        retention.crowding(SETTINGS);
        assertThat(asked).hasValue(1);
        nanos.incrementAndGet();
        retention.crowding(SETTINGS);
        assertThat(asked).hasValue(2);
    }

    /** Nothing is left of it. */
    private static Disk full(long total) {
        return () -> new Disk.Space(0, total);
    }

    private long freePages() {
        return store.read(
                sql -> sql.first("PRAGMA freelist_count", row -> row.getLong(1)).orElse(-1L));
    }

    private long events() {
        return store.read(
                sql -> sql.first("SELECT count(*) FROM event", row -> row.getLong(1)).orElse(0L));
    }
}
