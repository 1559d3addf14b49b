package io.holdfast.collector.alerting;

import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import java.sql.SQLException;
import java.util.Optional;

/** Single facts in the store, by name. */
public final class Facts {

    private Facts() {}

    /** A fact, if it is there. */
    public static Optional<String> get(Store store, String name) {
        return store.read(
                sql ->
                        sql.first(
                                "SELECT value FROM fact WHERE name = ?",
                                row -> row.getString(1),
                                name));
    }

    /** Puts a fact down. */
    public static <T> T put(Store store, String name, T value) {
        return store.write(sql -> put(sql, name, value));
    }

    /** Puts a fact down in a transaction. */
    public static <T> T put(Statements sql, String name, T value) throws SQLException {
        sql.update(
                "INSERT INTO fact (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                String.valueOf(value));
        return value;
    }
}
