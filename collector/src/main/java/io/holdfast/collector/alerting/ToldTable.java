package io.holdfast.collector.alerting;

import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.StoreException;
import java.sql.SQLException;
import java.util.Optional;

/** What people were told last, inside one transaction. */
record ToldTable(Statements sql) {

    Optional<Alert.Standing> standing(String about) {
        try {
            return sql.first(
                    "SELECT redundancy, spares, trouble FROM told WHERE about = ?",
                    row -> new Alert.Standing(row.getString(1), row.getInt(2), row.getBoolean(3)),
                    about);
        } catch (SQLException e) {
            throw new StoreException("cannot read what was told of " + about, e);
        }
    }

    /** The thread of a trouble that was told and has not ended. */
    Optional<String> openThread(String about) throws SQLException {
        return sql.first(
                "SELECT thread FROM told WHERE about = ? AND trouble = 1",
                row -> row.getString(1),
                about);
    }

    void put(Alert alert, String thread) throws SQLException {
        sql.update(
                "INSERT INTO told (about, redundancy, spares, trouble, thread)"
                        + " VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (about) DO UPDATE SET redundancy = excluded.redundancy,"
                        + " spares = excluded.spares, trouble = excluded.trouble,"
                        + " thread = excluded.thread",
                alert.about(),
                alert.standing().redundancy(),
                alert.standing().spares(),
                alert.standing().trouble() ? 1 : 0,
                thread);
    }
}
