package io.holdfast.collector.api.audit;

import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import io.holdfast.wire.api.ActList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** The acts in the store. */
public final class ActLog implements Acts {

    /** More acts than this are not kept; the oldest go first. */
    static final int KEPT = 100_000;

    private static final String UNKNOWN = "unknown";

    private final Store store;
    private final InstantSource clock;

    public ActLog(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public long begin(String by, String what) {
        long at = Times.micros(clock.instant());
        return store.write(
                sql -> {
                    long id =
                            sql.insert(
                                    "INSERT INTO act (at, by_whom, what, outcome) VALUES (?, ?, ?, ?)",
                                    at,
                                    by,
                                    what,
                                    UNKNOWN);
                    sql.update("DELETE FROM act WHERE id <= ?", id - KEPT);
                    return id;
                });
    }

    @Override
    public void end(long id, String outcome) {
        store.write(sql -> sql.update("UPDATE act SET outcome = ? WHERE id = ?", outcome, id));
    }

    @Override
    public ActList find(long before, int limit) {
        List<ActList.Act> acts =
                store.read(
                        sql ->
                                sql.list(
                                        "SELECT id, at, by_whom, what, outcome FROM act"
                                                + " WHERE id < ? ORDER BY id DESC LIMIT ?",
                                        ActLog::act,
                                        before,
                                        limit));
        boolean end = acts.size() < limit;
        return new ActList(acts, end ? OptionalLong.empty() : OptionalLong.of(acts.getLast().id()));
    }

    private static ActList.Act act(ResultSet row) throws SQLException {
        return new ActList.Act(
                row.getLong(1),
                Times.instant(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }
}
