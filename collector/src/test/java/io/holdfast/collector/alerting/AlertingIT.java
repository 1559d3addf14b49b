package io.holdfast.collector.alerting;

import static io.holdfast.collector.alerting.Changes.FULL;
import static io.holdfast.collector.alerting.Changes.NONE;
import static io.holdfast.collector.alerting.Changes.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.store.Store;
import io.holdfast.config.collector.MailSettings;
import io.holdfast.config.collector.MailSettings.Security;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.testkit.ManualTime;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From an event in the real store to a mail at a server, with ends and new starts between. */
@Timeout(60)
class AlertingIT {

    private static final long WAIT_MILLIS = 20_000;

    @TempDir private Path directory;

    private final ManualTime time = ManualTime.start();
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailSettings settings() {
        Duration timeout = Duration.ofSeconds(10);
        return new MailSettings(
                "holdfast@example.net",
                List.of("ops@example.net"),
                "127.0.0.1",
                server.getSmtp().getPort(),
                Security.NONE,
                Optional.empty(),
                Optional.of("collector.example.net"),
                timeout,
                timeout,
                timeout);
    }

    private Store open() {
        return Store.open(directory.resolve("store.db"), time, length -> {}, Thread::new);
    }

    private Alerting alerting(Store store, EventLog events) {
        return Alerting.start(
                new Alerting.Means(
                        store,
                        events,
                        new SecretReader(Map.of()),
                        () -> "abc",
                        pause -> Thread.sleep(1),
                        time),
                settings(),
                new RedundancyAlerts());
    }

    private Ledger ledger(Store store, EventLog events) {
        return new Ledger(
                store,
                events,
                time,
                reason -> {
                    throw new AssertionError(reason);
                });
    }

    /** The end comes at once after the server has the mail: often before that is noted. */
    @RepeatedTest(5)
    void aLossIsMailedOnceAcrossNewStarts() throws Exception {
        try (Store store = open()) {
            EventLog events = new EventLog(store);
            try (Alerting alerting = alerting(store, events)) {
                ledger(store, events).keep(List.of(Changes.failure(), change(FULL, NONE)));
                assertThat(server.waitForIncomingEmail(WAIT_MILLIS, 1)).isTrue();
                assertThat(alerting.check().name()).isEqualTo("mail");
            }
        }
        try (Store store = open()) {
            EventLog events = new EventLog(store);
            ledger(store, events).keep(List.of(change(NONE, FULL)));
        }
        try (Store store = open()) {
            EventLog events = new EventLog(store);
            try (Alerting alerting = alerting(store, events)) {
                assertThat(server.waitForIncomingEmail(WAIT_MILLIS, 2)).isTrue();
                assertThat(alerting.test().accepted()).isTrue();
            }
        }
        assertThat(server.waitForIncomingEmail(WAIT_MILLIS, 3)).isTrue();
        var mails = server.getReceivedMessages();
        assertThat(Arrays.stream(mails).map(AlertingIT::subject))
                .containsExactly(
                        "[holdfast] power of ber1/r12/db07: no spare left, spares 1 -> 0",
                        "[holdfast] power of ber1/r12/db07: full again, spares 0 -> 1",
                        "[holdfast] test: mail gets out");
        assertThat(String.valueOf(mails[0].getContent()))
                .contains("because of /dev/ipmi0 PS2 Status = 0x0b (AC lost)");
        assertThat(mails[1].getHeader("References")).containsExactly(mails[0].getMessageID());
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
