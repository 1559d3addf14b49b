package io.holdfast.collector.history;

import io.holdfast.collector.reading.Step;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import io.holdfast.collector.view.StoreHealth;
import io.holdfast.config.collector.RetentionSettings;
import io.holdfast.config.value.ByteSizes;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of history that is too old, and of more where the disk is too small: readings by the
 * minute first, then by the hour, then events. Where something else fills the disk, so that no
 * history less could free what is missing, history stays.
 *
 * <p>Works in small pieces, so that agents need not wait for it.
 */
public final class Retention {

    /** However small the disk is, this much of each kind stays. */
    static final Duration LEAST = Duration.ofDays(1);

    /** Every report asks how full the disk is; nothing fills one much faster. */
    static final Duration GLANCE = Duration.ofSeconds(1);

    static final int ROWS_AT_ONCE = 2_000;
    static final int PAGES_AT_ONCE = 2_000;

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Store store;
    private final Disk disk;
    private final Glance<Room> glance;
    private final AtomicBoolean toldOfOthers = new AtomicBoolean();

    public Retention(Store store, Ticker ticker) {
        this(store, Disk.of(store.file()), ticker);
    }

    Retention(Store store, Disk disk, Ticker ticker) {
        this.store = store;
        this.disk = disk;
        glance = new Glance<>(this::room, GLANCE, ticker);
    }

    /** Does what the settings say, as of a moment. */
    public void run(RetentionSettings settings, Instant now) {
        Duration minutes = settings.minutes();
        Duration hours = settings.hours();
        Duration changes = settings.changes();
        long rows = prune(minutes, hours, changes, now);
        while (isTooBig(settings) && changes.compareTo(LEAST) > 0) {
            if (minutes.compareTo(LEAST) > 0) {
                minutes = half(minutes);
            } else if (hours.compareTo(LEAST) > 0) {
                hours = half(hours);
            } else {
                changes = half(changes);
            }
            log.warn(
                    "history takes more room than it may: keeping {} h of minutes, {} h of hours,"
                            + " {} h of changes",
                    minutes.toHours(),
                    hours.toHours(),
                    changes.toHours());
            rows += prune(minutes, hours, changes, now);
        }
        if (rows > 0) {
            giveRoomBack();
            log.info("{} rows of history were too old", rows);
        }
        tellOfOthers(settings);
    }

    /** What is wrong where something else than the store fills its disk. */
    public Optional<StoreHealth.Trouble> crowding(RetentionSettings settings) {
        Room room = glance.get();
        return room.verdict(settings) == Room.Verdict.OTHERS_FILL_THE_DISK
                ? Optional.of(crowding(settings, room))
                : Optional.empty();
    }

    private StoreHealth.Trouble crowding(RetentionSettings settings, Room room) {
        return new StoreHealth.Trouble(
                "expected "
                        + settings.keepFreePercent()
                        + " % of the disk of "
                        + store.file()
                        + " free, found "
                        + room.missing(settings) / ByteSizes.MIB
                        + " MiB less; something else fills it: the store holds "
                        + room.used() / ByteSizes.MIB
                        + " MiB, and history is kept",
                "free some room on that disk, or lower collector.retention.keep-free");
    }

    private void tellOfOthers(RetentionSettings settings) {
        Optional<StoreHealth.Trouble> crowding = crowding(settings);
        if (crowding.isEmpty()) {
            toldOfOthers.set(false);
        } else if (toldOfOthers.compareAndSet(false, true)) {
            log.warn("{}: {}", crowding.get().what(), crowding.get().remedy());
        }
    }

    private long prune(Duration minutes, Duration hours, Duration changes, Instant now) {
        return pruneReadings(Step.MINUTE, now.minus(minutes))
                + pruneReadings(Step.HOUR, now.minus(hours))
                + pruneEvents(now.minus(changes));
    }

    private long pruneReadings(Step step, Instant before) {
        long block = step.block(step.slot(before));
        List<Long> hosts =
                store.read(sql -> sql.list("SELECT id FROM host", row -> row.getLong(1)));
        String delete = "DELETE FROM " + step.table() + " WHERE host = ? AND block < ?";
        long rows = 0;
        for (long host : hosts) {
            rows += store.write(sql -> sql.update(delete, host, block));
        }
        return rows;
    }

    private long pruneEvents(Instant before) {
        long until = Times.micros(before);
        long rows = 0;
        int piece;
        do {
            piece =
                    store.write(
                            sql ->
                                    sql.update(
                                            "DELETE FROM event WHERE id IN (SELECT id FROM event"
                                                    + " WHERE at < ? ORDER BY at LIMIT "
                                                    + ROWS_AT_ONCE
                                                    + ")",
                                            until));
            rows += piece;
        } while (piece == ROWS_AT_ONCE);
        return rows;
    }

    private boolean isTooBig(RetentionSettings settings) {
        return room().verdict(settings) == Room.Verdict.HISTORY_IS_TOO_BIG;
    }

    private Room room() {
        long used = used();
        try {
            Disk.Space space = disk.space();
            long unused = Math.max(0, Files.size(store.file()) - used);
            return new Room(used, space.free() + unused, space.total());
        } catch (IOException e) {
            log.warn("cannot tell how full the disk of {} is: {}", store.file(), e.getMessage());
            return Room.unlimited(used);
        }
    }

    private long used() {
        return store.read(
                sql ->
                        sql.first(
                                        "SELECT (page_count - freelist_count) * page_size"
                                                + " FROM pragma_page_count,"
                                                + " pragma_freelist_count,"
                                                + " pragma_page_size",
                                        row -> row.getLong(1))
                                .orElse(0L));
    }

    private void giveRoomBack() {
        long before;
        long after = freePages();
        do {
            before = after;
            var _ =
                    store.write(
                            sql -> sql.runAll("PRAGMA incremental_vacuum(" + PAGES_AT_ONCE + ")"));
            after = freePages();
        } while (after > 0 && after < before);
    }

    private long freePages() {
        return store.read(
                sql -> sql.first("PRAGMA freelist_count", row -> row.getLong(1)).orElse(0L));
    }

    private static Duration half(Duration age) {
        Duration half = age.dividedBy(2);
        return half.compareTo(LEAST) > 0 ? half : LEAST;
    }
}
