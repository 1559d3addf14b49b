package io.holdfast.collector.alerting;

import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The mail that is to go out, on disk.
 *
 * <pre>
 *   queued --take--> sending --taken--> sent
 *     ^                 |
 *     +----retry--------+
 *   queued, sending --too old--> expired
 * </pre>
 *
 * <p>A mail that is {@code sending} when the collector ends may or may not have been taken: SMTP
 * has no way to ask. It is sent again with the same Message-ID, by which servers and readers that
 * care see that it is the same mail. So nothing is lost, and a mail comes twice only if the
 * collector dies, or the connection breaks, between the server's taking it and our noting that.
 */
final class Outbox {

    private static final String COLUMNS =
            "SELECT id, message_id, thread, subject, body, created_at, attempts FROM mail";
    private static final String OPEN = " state IN ('queued', 'sending')";

    private final Store store;

    Outbox(Store store) {
        this.store = store;
    }

    /** Puts a mail in, inside the transaction of whoever makes it. */
    static void put(Statements sql, Mail mail) throws SQLException {
        long created = Times.micros(mail.createdAt());
        sql.update(
                "INSERT INTO mail (message_id, thread, subject, body, created_at, state, attempts,"
                        + " next_at, changed_at, trouble) VALUES (?, ?, ?, ?, ?, 'queued', 0, ?, ?, '')",
                mail.messageId(),
                mail.thread(),
                mail.subject(),
                mail.body(),
                created,
                created,
                created);
    }

    /** The mails that may be tried now, the oldest first. */
    List<Mail> due(Instant now, int most) {
        return store.read(
                sql ->
                        sql.list(
                                COLUMNS + " WHERE" + OPEN + " AND next_at <= ? ORDER BY id LIMIT ?",
                                Outbox::mail,
                                Times.micros(now),
                                most));
    }

    /** Notes that a mail is being sent, before it is. */
    void sending(Mail mail, Instant now) {
        set(mail, "sending", mail.attempts() + 1, now, now, "");
    }

    /** Notes that the server took a mail. */
    void sent(Mail mail, Instant now, String trouble) {
        set(mail, "sent", mail.attempts() + 1, now, now, trouble);
    }

    /** Notes that a mail is to be tried again. */
    void retry(Mail mail, Instant now, Instant next, String trouble) {
        set(mail, "queued", mail.attempts() + 1, now, next, trouble);
    }

    private void set(
            Mail mail, String state, int attempts, Instant now, Instant next, String trouble) {
        store.write(
                sql ->
                        sql.update(
                                "UPDATE mail SET state = ?, attempts = ?, changed_at = ?,"
                                        + " next_at = ?, trouble = ? WHERE id = ?",
                                state,
                                attempts,
                                Times.micros(now),
                                Times.micros(next),
                                trouble,
                                mail.id()));
    }

    /** Gives up mails that were made before {@code oldest}; tells how many. */
    int expire(Instant oldest, Instant now) {
        boolean any =
                store.read(
                                sql ->
                                        sql.first(
                                                "SELECT 1 FROM mail WHERE"
                                                        + OPEN
                                                        + " AND created_at < ?",
                                                row -> true,
                                                Times.micros(oldest)))
                        .isPresent();
        return any
                ? store.write(
                        sql ->
                                sql.update(
                                        "UPDATE mail SET state = 'expired', changed_at = ? WHERE"
                                                + OPEN
                                                + " AND created_at < ?",
                                        Times.micros(now),
                                        Times.micros(oldest)))
                : 0;
    }

    /** Forgets mails that are done since before {@code oldest}. */
    void forget(Instant oldest) {
        store.write(
                sql ->
                        sql.update(
                                "DELETE FROM mail WHERE state IN ('sent', 'expired') AND changed_at < ?",
                                Times.micros(oldest)));
    }

    /** How it stands. */
    Standing standing() {
        return store.read(
                sql ->
                        new Standing(
                                count(sql, "queued"),
                                count(sql, "sending"),
                                count(sql, "sent"),
                                count(sql, "expired"),
                                sql.first(
                                                "SELECT min(created_at) FROM mail WHERE" + OPEN,
                                                row -> row.getLong(1))
                                        .filter(micros -> micros != 0)
                                        .map(Times::instant),
                                sql.first(
                                        "SELECT trouble FROM mail WHERE trouble != '' AND"
                                                + OPEN
                                                + " ORDER BY changed_at DESC LIMIT 1",
                                        row -> row.getString(1))));
    }

    private static int count(Statements sql, String state) throws SQLException {
        return sql.first("SELECT count(*) FROM mail WHERE state = ?", row -> row.getInt(1), state)
                .orElse(0);
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Times.instant(row.getLong(6)),
                row.getInt(7));
    }

    /**
     * How many mails are in which state, of those that are still kept.
     *
     * @param oldest when the oldest that waits was made
     * @param trouble what the last attempt of one that waits met
     */
    record Standing(
            int queued,
            int sending,
            int sent,
            int expired,
            Optional<Instant> oldest,
            Optional<String> trouble) {

        int open() {
            return queued + sending;
        }

        /** How long the oldest has waited. */
        Duration waiting(Instant now) {
            return oldest.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        }
    }
}
