package io.holdfast.collector.northbound;

import io.holdfast.collector.alerting.Alert;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import io.holdfast.core.redundancy.Redundancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The notifications that are to go out, on disk, and what was told last.
 *
 * <pre>
 *   queued --take--> sending --sent or acknowledged--> sent
 *     ^                 |
 *     +----retry--------+
 *   queued, sending --too old, or no receiver any more--> expired
 * </pre>
 *
 * <p>One that is {@code sending} when the collector ends may or may not have reached its receiver;
 * it is sent again. So nothing is lost, and one comes twice only if the collector dies between its
 * going out and our noting that.
 */
final class TrapOutbox {

    private static final String OPEN = " state IN ('queued', 'sending')";

    private final Store store;

    TrapOutbox(Store store) {
        this.store = store;
    }

    /** The index of a group in HOLDFAST-MIB, the same for as long as the store lives. */
    static long number(Statements sql, String group) throws SQLException {
        sql.update("INSERT INTO group_number (name) VALUES (?) ON CONFLICT DO NOTHING", group);
        return sql.first(
                        "SELECT number FROM group_number WHERE name = ?",
                        row -> row.getLong(1),
                        group)
                .orElseThrow();
    }

    /** Puts one in, inside the transaction of whoever makes it. */
    static void put(Statements sql, long event, String receiver, Notice notice)
            throws SQLException {
        long created = Times.micros(notice.createdAt());
        sql.update(
                "INSERT INTO notice (event, receiver, number, kind, redundancy, spares, members,"
                        + " needed, created_at, state, attempts, next_at, changed_at, trouble)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, '')",
                event,
                receiver,
                notice.number(),
                notice.kind(),
                notice.redundancy().name(),
                notice.spares(),
                notice.members(),
                notice.needed(),
                created,
                created,
                created);
    }

    /** How a group stood when it was last told of. */
    static Optional<Alert.Standing> told(Statements sql, String about) throws SQLException {
        return sql.first(
                "SELECT redundancy, spares, trouble FROM noticed WHERE about = ?",
                row -> new Alert.Standing(row.getString(1), row.getInt(2), row.getBoolean(3)),
                about);
    }

    static void tell(Statements sql, Alert alert) throws SQLException {
        sql.update(
                "INSERT INTO noticed (about, redundancy, spares, trouble) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (about) DO UPDATE SET redundancy = excluded.redundancy,"
                        + " spares = excluded.spares, trouble = excluded.trouble",
                alert.about(),
                alert.standing().redundancy(),
                alert.standing().spares(),
                alert.standing().trouble() ? 1 : 0);
    }

    /** Those of a receiver that may be tried now, the oldest first. */
    List<Notice> due(String receiver, Instant now, int most) {
        return store.read(
                sql ->
                        sql.list(
                                "SELECT n.id, n.number, g.name, n.kind, n.redundancy, n.spares,"
                                        + " n.members, n.needed, n.created_at, n.attempts"
                                        + " FROM notice n JOIN group_number g USING (number)"
                                        + " WHERE"
                                        + OPEN
                                        + " AND receiver = ? AND next_at <= ?"
                                        + " ORDER BY n.id LIMIT ?",
                                TrapOutbox::notice,
                                receiver,
                                Times.micros(now),
                                most));
    }

    /** Notes that one is being sent, before it is. */
    void sending(Notice notice, Instant now) {
        set(notice, "sending", now, now, "");
    }

    /** Notes that one went out. */
    void sent(Notice notice, Instant now) {
        set(notice, "sent", now, now, "");
    }

    /** Notes that one is to be tried again. */
    void retry(Notice notice, Instant now, Instant next, String trouble) {
        set(notice, "queued", now, next, trouble);
    }

    private void set(Notice notice, String state, Instant now, Instant next, String trouble) {
        store.write(
                sql ->
                        sql.update(
                                "UPDATE notice SET state = ?, attempts = ?, changed_at = ?,"
                                        + " next_at = ?, trouble = ? WHERE id = ?",
                                state,
                                notice.attempts() + 1,
                                Times.micros(now),
                                Times.micros(next),
                                trouble,
                                notice.id()));
    }

    /** Gives up those of a receiver that were made before {@code oldest}; tells how many. */
    int expire(String receiver, Instant oldest, Instant now) {
        return store.write(
                sql ->
                        sql.update(
                                "UPDATE notice SET state = 'expired', changed_at = ? WHERE"
                                        + OPEN
                                        + " AND receiver = ? AND created_at < ?",
                                Times.micros(now),
                                receiver,
                                Times.micros(oldest)));
    }

    /** Gives up those of receivers that are none any more; tells how many. */
    int abandon(List<String> receivers, Instant now) {
        String marks = String.join(", ", receivers.stream().map(name -> "?").toList());
        Object[] values = new Object[receivers.size() + 1];
        values[0] = Times.micros(now);
        for (int i = 0; i < receivers.size(); i++) {
            values[i + 1] = receivers.get(i);
        }
        return store.write(
                sql ->
                        sql.update(
                                "UPDATE notice SET state = 'expired', changed_at = ? WHERE"
                                        + OPEN
                                        + " AND receiver NOT IN ("
                                        + marks
                                        + ")",
                                values));
    }

    /** Forgets those that are done since before {@code oldest}. */
    void forget(Instant oldest) {
        store.write(
                sql ->
                        sql.update(
                                "DELETE FROM notice WHERE state IN ('sent', 'expired')"
                                        + " AND changed_at < ?",
                                Times.micros(oldest)));
    }

    /** How it stands. */
    Standing standing() {
        return store.read(
                sql ->
                        new Standing(
                                sql.first(
                                                "SELECT count(*) FROM notice WHERE" + OPEN,
                                                row -> row.getInt(1))
                                        .orElse(0),
                                sql.first(
                                        "SELECT receiver || ': ' || trouble FROM notice WHERE"
                                                + " trouble != '' AND"
                                                + OPEN
                                                + " ORDER BY changed_at DESC LIMIT 1",
                                        row -> row.getString(1))));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Redundancy.valueOf(row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                Times.instant(row.getLong(9)),
                row.getInt(10));
    }

    /**
     * How many wait.
     *
     * @param trouble what the last attempt of one that waits met
     */
    record Standing(int open, Optional<String> trouble) {}
}
