package io.holdfast.collector.alerting;

import static io.holdfast.collector.alerting.Changes.FULL;
import static io.holdfast.collector.alerting.Changes.NONE;
import static io.holdfast.collector.alerting.Changes.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.api.fake.FakeEvents;
import io.holdfast.collector.store.Store;
import io.holdfast.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events to mails to a post office that does as told, over a real store that is opened again. */
class OutboxTest {

    private static final BackOff BACK_OFF =
            new BackOff(Duration.ofSeconds(30), Duration.ofMinutes(5));

    @TempDir private Path directory;

    private final ManualTime time = ManualTime.start();
    private final FakeEvents events = new FakeEvents();
    private final List<Mail> handed = new ArrayList<>();
    private final Deque<PostOffice.Receipt> receipts = new ArrayDeque<>();
    private final MailTally tally = new MailTally();
    private boolean reachable = true;
    private @Nullable Store store;
    private @Nullable Alerter alerter;
    private @Nullable Courier courier;

    private final PostOffice office =
            () -> {
                if (!reachable) {
                    throw new IOException("no route");
                }
                return new PostOffice.Counter() {
                    @Override
                    public PostOffice.Receipt hand(Mail mail) {
                        handed.add(mail);
                        return receipts.isEmpty()
                                ? new PostOffice.Receipt.Taken("250 ok", List.of())
                                : receipts.remove();
                    }

                    @Override
                    public void close() {}
                };
            };

    @BeforeEach
    void open() {
        Store opened = Store.open(directory.resolve("store.db"), time, length -> {}, Thread::new);
        store = opened;
        MessageIds ids = MessageIds.of(opened, "holdfast@example.net", () -> "abc");
        Outbox outbox = new Outbox(opened);
        alerter = new Alerter(opened, events, outbox, new RedundancyAlerts(), ids, time);
        courier = new Courier(outbox, office, BACK_OFF, time, tally);
    }

    @AfterEach
    void close() {
        store().close();
    }

    private Store store() {
        return Objects.requireNonNull(store);
    }

    private void crashAndStartAgain() {
        close();
        open();
    }

    private void step() {
        Objects.requireNonNull(alerter).step();
        Objects.requireNonNull(courier).step();
    }

    private Outbox.Standing standing() {
        return new Outbox(store()).standing();
    }

    @Test
    void aLossMakesOneMailWithTheEvidenceOfItsPart() {
        events.add(Changes.failure());
        events.add(change(FULL, NONE));
        step();
        step();
        assertThat(handed).hasSize(1);
        assertThat(handed.getFirst().messageId()).isEqualTo("<event-2-0.abc@example.net>");
        assertThat(handed.getFirst().body()).contains("/dev/ipmi0 PS2 Status = 0x0b (AC lost)");
        assertThat(standing().sent()).isEqualTo(1);
        assertThat(standing().open()).isZero();
    }

    @Test
    void theMailsOfOneTroubleAreAThreadAndTheNextTroubleIsAnother() {
        events.add(change(FULL, NONE));
        events.add(change(NONE, FULL));
        events.add(change(FULL, NONE));
        step();
        assertThat(handed)
                .extracting(Mail::thread)
                .containsExactly(
                        "<event-1-0.abc@example.net>",
                        "<event-1-0.abc@example.net>",
                        "<event-3-0.abc@example.net>");
    }

    @Test
    void aCrashBeforeAnythingIsDoneLosesNothing() {
        events.add(change(FULL, NONE));
        crashAndStartAgain();
        step();
        assertThat(handed).hasSize(1);
    }

    @Test
    void aCrashBetweenOutboxAndSendingLosesAndDoublesNothing() {
        events.add(change(FULL, NONE));
        Objects.requireNonNull(alerter).step();
        crashAndStartAgain();
        step();
        step();
        assertThat(handed).hasSize(1);
    }

    @Test
    void aCrashWhileSendingSendsTheSameMailAgain() {
        events.add(change(FULL, NONE));
        Objects.requireNonNull(alerter).step();
        Outbox outbox = new Outbox(store());
        Mail mail = outbox.due(time.instant(), 1).getFirst();
        outbox.sending(mail, time.instant());
        crashAndStartAgain();
        step();
        assertThat(handed).extracting(Mail::messageId).containsExactly(mail.messageId());
        assertThat(standing().open()).isZero();
    }

    @Test
    void whatWasBeforeTheFirstStartIsNotTold() throws IOException {
        events.add(change(FULL, NONE));
        close();
        Files.delete(directory.resolve("store.db"));
        open();
        step();
        assertThat(handed).isEmpty();
        events.add(change(NONE, FULL));
        events.add(change(FULL, NONE));
        step();
        assertThat(handed).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsTriedLessAndLessOften() {
        reachable = false;
        events.add(change(FULL, NONE));
        int tries = 0;
        for (int minute = 0; minute < 60; minute++) {
            long before = tally.failedCount();
            step();
            tries += (int) (tally.failedCount() - before);
            time.advance(Duration.ofMinutes(1));
        }
        assertThat(tries).isBetween(12, 16);
        assertThat(tally.trouble()).contains("no route");
        reachable = true;
        time.advance(BACK_OFF.most());
        step();
        assertThat(handed).hasSize(1);
        assertThat(tally.trouble()).isEmpty();
    }

    @Test
    void aRejectedMailDoesNotHoldUpTheNext() {
        receipts.add(new PostOffice.Receipt.Rejected("550 no such user"));
        events.add(change(FULL, NONE));
        events.add(change(NONE, FULL));
        step();
        assertThat(handed).hasSize(2);
        assertThat(standing().sent()).isEqualTo(1);
        assertThat(standing().trouble()).contains("550 no such user");
        time.advance(Duration.ofSeconds(31));
        step();
        assertThat(standing().sent()).isEqualTo(2);
        assertThat(handed.get(2).messageId()).isEqualTo(handed.get(0).messageId());
    }

    @Test
    void aBrokenConnectionEndsTheRound() {
        receipts.add(new PostOffice.Receipt.Broken("reset"));
        events.add(change(FULL, NONE));
        events.add(change(NONE, FULL));
        step();
        assertThat(handed).hasSize(1);
        assertThat(standing().open()).isEqualTo(2);
    }

    @Test
    void aMailThatSomeDidNotGetIsSentAndSaid() {
        receipts.add(new PostOffice.Receipt.Taken("250 ok", List.of("b@example.net")));
        events.add(change(FULL, NONE));
        step();
        step();
        assertThat(handed).hasSize(1);
        assertThat(tally.rejectedCount()).isEqualTo(1);
        assertThat(tally.trouble()).contains("refused recipients: [b@example.net]");
    }

    @Test
    void aMailThatIsTooOldIsGivenUpAndCounted() {
        reachable = false;
        events.add(change(FULL, NONE));
        step();
        time.advance(Courier.EXPIRY.plusSeconds(1));
        reachable = true;
        step();
        assertThat(handed).isEmpty();
        assertThat(tally.expiredCount()).isEqualTo(1);
        assertThat(standing().expired()).isEqualTo(1);
    }

    @Test
    void doneMailIsForgottenAfterAWhile() {
        events.add(change(FULL, NONE));
        step();
        time.advance(Courier.KEPT.plusSeconds(1));
        events.add(change(NONE, FULL));
        step();
        assertThat(standing().sent()).isEqualTo(1);
    }
}
