package io.holdfast.collector.alerting;

import io.holdfast.config.collector.MailSettings;
import io.holdfast.wire.api.MailTestResult;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;

/** Sends a test mail at once, past the outbox, and tells what the server said. */
final class MailTrial implements Supplier<MailTestResult> {

    private final MailSettings settings;
    private final PostOffice office;
    private final MessageIds ids;
    private final InstantSource clock;

    MailTrial(MailSettings settings, PostOffice office, MessageIds ids, InstantSource clock) {
        this.settings = settings;
        this.office = office;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public MailTestResult get() {
        Instant now = clock.instant();
        String id = ids.ofTest(now);
        String body =
                """
                This is a test: the collector can send you mail.

                Nothing has happened and there is nothing to do.
                """;
        Mail mail = new Mail(0, id, id, "[holdfast] test: mail gets out", body, now, 0);
        try (PostOffice.Counter counter = office.open()) {
            return switch (counter.hand(mail)) {
                case PostOffice.Receipt.Taken(var answer, var refused) ->
                        refused.isEmpty()
                                ? result(true, id, answer, "")
                                : result(
                                        false,
                                        id,
                                        "taken, but not for " + String.join(", ", refused),
                                        "correct collector.mail.to");
                case PostOffice.Receipt.Rejected(var reason) ->
                        result(
                                false,
                                id,
                                reason,
                                "ask whoever runs the mail server why it refuses this");
                case PostOffice.Receipt.Broken(var reason) ->
                        result(false, id, reason, "look at the mail server's log, then try again");
            };
        } catch (IOException e) {
            return result(
                    false,
                    id,
                    String.valueOf(e.getMessage()),
                    "check host, port, security and password in collector.mail");
        }
    }

    private MailTestResult result(boolean accepted, String id, String detail, String remedy) {
        return new MailTestResult(
                accepted,
                settings.host() + ":" + settings.port(),
                settings.security().name().toLowerCase(Locale.ROOT),
                settings.to(),
                id,
                detail,
                remedy);
    }
}
