package io.holdfast.collector.northbound;

import static io.holdfast.collector.northbound.Powers.FULL;
import static io.holdfast.collector.northbound.Powers.NONE;
import static io.holdfast.collector.northbound.Powers.UNKNOWN;
import static io.holdfast.collector.northbound.Powers.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.alerting.BackOff;
import io.holdfast.collector.alerting.RedundancyAlerts;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.store.Store;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Events to notifications to an office that does as told, over a real store that is opened again.
 */
class TrapOutboxTest {

    private static final String NMS = "nms:162";
    private static final String OTHER = "other:162";

    @TempDir private Path directory;

    private final ManualTime time = ManualTime.start();
    private final List<Notice> handed = new ArrayList<>();
    private final TrapTally tally = new TrapTally();
    private boolean answers = true;
    private boolean dies;
    private List<String> receivers = List.of(NMS);
    private @Nullable Store store;
    private @Nullable TrapAlerter alerter;
    private @Nullable TrapCourier courier;

    private final TrapOffice office =
            new TrapOffice() {
                @Override
                public Receipt hand(Notice notice) {
                    handed.add(notice);
                    if (dies) {
                        throw new IllegalStateException("the process dies here");
                    }
                    return answers ? new Receipt.Taken("ok") : new Receipt.Refused("silence");
                }

                @Override
                public Receipt test() {
                    return new Receipt.Taken("ok");
                }

                @Override
                public void close() {}
            };

    @BeforeEach
    void open() {
        Store opened = Store.open(directory.resolve("store.db"), time, length -> {}, Thread::new);
        store = opened;
        alerter =
                new TrapAlerter(
                        opened,
                        new EventLog(opened),
                        new RedundancyAlerts(),
                        receivers,
                        group -> Optional.of("psu"),
                        time);
        courier =
                new TrapCourier(
                        new TrapOutbox(opened),
                        NMS,
                        office,
                        new BackOff(Duration.ofSeconds(5), Duration.ofSeconds(15)),
                        time,
                        tally);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(store).close();
    }

    private void again() {
        close();
        open();
    }

    private void happen(Event... events) {
        Store opened = Objects.requireNonNull(store);
        new Ledger(opened, new EventLog(opened), time, reason -> {}).keep(List.of(events));
        // The ledger's writes are done behind; this one waits for those before it.
        opened.write(sql -> sql.first("SELECT 1", row -> 1));
    }

    private void step() {
        Objects.requireNonNull(alerter).step();
        Objects.requireNonNull(courier).step();
    }

    private List<Redundancy> told() {
        return handed.stream().map(Notice::redundancy).toList();
    }

    @Test
    void aChangeIsToldOnceAndKeepsItsNumberAcrossStarts() {
        happen(change(FULL, NONE));
        step();
        again();
        step();
        happen(change(NONE, FULL));
        step();
        step();
        assertThat(told()).containsExactly(Redundancy.NONE, Redundancy.FULL);
        assertThat(handed).extracting(Notice::number).containsOnly(1L);
        assertThat(handed.getFirst())
                .extracting(Notice::group, Notice::kind, Notice::spares, Notice::members)
                .containsExactly("ber1/r12/db07/group:power", "psu", 0, 2);
        assertThat(tally.sentCount()).isEqualTo(2);
    }

    @Test
    void silenceIsNotTold() {
        happen(change(FULL, UNKNOWN), change(UNKNOWN, FULL));
        step();
        assertThat(handed).isEmpty();
    }

    @Test
    void whatIsNotAcknowledgedIsToldAgainLaterAndLaterAndNothingOvertakesIt() {
        answers = false;
        happen(change(FULL, NONE), change(NONE, FULL));
        step();
        step();
        assertThat(told()).containsExactly(Redundancy.NONE);
        time.advance(Duration.ofSeconds(5));
        step();
        time.advance(Duration.ofSeconds(5));
        step();
        assertThat(told()).hasSize(2);
        time.advance(Duration.ofSeconds(5));
        answers = true;
        step();
        assertThat(told())
                .containsExactly(
                        Redundancy.NONE, Redundancy.NONE, Redundancy.NONE, Redundancy.FULL);
        assertThat(tally.failedCount()).isEqualTo(2);
        assertThat(Objects.requireNonNull(store).health().ok()).isTrue();
    }

    @Test
    void whatWasOnItsWayWhenTheProcessDiedIsToldAgain() {
        happen(change(FULL, NONE));
        dies = true;
        assertThatThrownBy(this::step).isInstanceOf(IllegalStateException.class);
        dies = false;
        again();
        step();
        step();
        assertThat(told()).containsExactly(Redundancy.NONE, Redundancy.NONE);
    }

    @Test
    void eachReceiverHasItsOwnAndOneThatIsNoMoreIsGivenUp() {
        receivers = List.of(NMS, OTHER);
        again();
        happen(change(FULL, NONE));
        step();
        TrapOutbox outbox = new TrapOutbox(Objects.requireNonNull(store));
        assertThat(handed).hasSize(1);
        assertThat(outbox.due(OTHER, time.instant(), 10)).hasSize(1);
        assertThat(outbox.abandon(List.of(NMS), time.instant())).isEqualTo(1);
        assertThat(outbox.standing().open()).isZero();
    }

    @Test
    void whatIsTooOldIsGivenUp() {
        answers = false;
        happen(change(FULL, NONE));
        step();
        time.advance(TrapCourier.EXPIRY.plusSeconds(20));
        step();
        assertThat(handed).hasSize(1);
        assertThat(tally.expiredCount()).isEqualTo(1);
    }
}
