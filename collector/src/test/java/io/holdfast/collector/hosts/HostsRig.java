package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.Recorded;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.ledger.LedgerReading;
import io.holdfast.collector.store.Store;
import io.holdfast.core.assignment.Steadiness;
import io.holdfast.core.inventory.Needs;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Hosts in time by hand; the store is real, and what it was told is read back after a flush. */
abstract class HostsRig {

    static final Duration SILENT_AFTER = Duration.ofSeconds(10);

    @TempDir Path directory;

    final ManualTime time = ManualTime.start();
    final Tally tally = new Tally();
    Store store;
    EventLog log;
    Hosts hosts;

    @BeforeEach
    void openStore() {
        store =
                Store.open(
                        directory.resolve("holdfast.db"),
                        time,
                        length -> Thread.onSpinWait(),
                        Thread.ofPlatform().daemon().factory());
        log = new EventLog(store);
        hosts = newHosts();
    }

    final Hosts newHosts() {
        Ledger ledger =
                new Ledger(
                        store,
                        log,
                        time,
                        reason -> {
                            throw new AssertionError(reason);
                        });
        Rules rules =
                new Rules(
                        10,
                        100,
                        Rules.HEARTBEAT,
                        SILENT_AFTER,
                        Needs.UNSAID,
                        new Steadiness.Limits(Duration.ofSeconds(30), Duration.ofMinutes(10)));
        return new Hosts(ledger, () -> rules, tally, time, time);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Reads everything back, as a collector does that starts. */
    final void readBack() {
        new LedgerReading(store).readAll(hosts::restore);
    }

    final void passSilently(long seconds) {
        for (long i = 0; i < seconds; i++) {
            time.advance(Duration.ofSeconds(1));
            hosts.tick();
        }
    }

    final List<Event> events() {
        // Writes keep their order: after this one all others are done.
        store.write(sql -> sql.update("UPDATE fact SET value = value"));
        return log.after(0, 1_000).stream().map(Recorded::event).toList();
    }
}
