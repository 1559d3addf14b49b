package io.holdfast.collector.history;

import io.holdfast.collector.store.Statements;
import io.holdfast.core.component.HostId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of hosts, parts, groups and series in the store; gives new ones to those it meets
 * first. For the writer's thread only.
 */
public final class Subjects {

    /** Beyond this many the cache starts anew. */
    static final int MOST_CACHED = 500_000;

    private final Map<HostId, Long> hosts = new HashMap<>();
    private final Map<Key, Long> subjects = new HashMap<>();

    private record Key(long host, String name) {}

    /** Forgets all numbers, because the transaction that gave them was rolled back. */
    public void forget() {
        hosts.clear();
        subjects.clear();
    }

    /** The number of a host. */
    public long host(Statements sql, HostId host) throws SQLException {
        Long known = hosts.get(host);
        if (known == null) {
            String name = host.toString();
            Optional<Long> stored =
                    sql.first("SELECT id FROM host WHERE name = ?", row -> row.getLong(1), name);
            known =
                    stored.isPresent()
                            ? stored.get()
                            : (Long) sql.insert("INSERT INTO host (name) VALUES (?)", name);
            hosts.put(host, known);
        }
        return known;
    }

    /**
     * The number of a part, group or series.
     *
     * @param name what follows the host in its id
     */
    public long subject(Statements sql, HostId host, String name) throws SQLException {
        Key key = new Key(host(sql, host), name);
        Long known = subjects.get(key);
        if (known == null) {
            if (subjects.size() == MOST_CACHED) {
                subjects.clear();
            }
            Optional<Long> stored =
                    sql.first(
                            "SELECT id FROM subject WHERE host = ? AND name = ?",
                            row -> row.getLong(1),
                            key.host(),
                            name);
            known =
                    stored.isPresent()
                            ? stored.get()
                            : (Long)
                                    sql.insert(
                                            "INSERT INTO subject (host, name) VALUES (?, ?)",
                                            key.host(),
                                            name);
            subjects.put(key, known);
        }
        return known;
    }
}
