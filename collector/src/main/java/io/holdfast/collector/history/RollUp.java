package io.holdfast.collector.history;

import io.holdfast.collector.reading.Block;
import io.holdfast.collector.reading.Series;
import io.holdfast.collector.reading.Stat;
import io.holdfast.collector.reading.Step;
import io.holdfast.collector.store.Statements;
import io.holdfast.core.component.HostId;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges readings into the store's rows; for the writer's thread only. */
public final class RollUp {

    private static final Logger log = LoggerFactory.getLogger(RollUp.class);

    private final Subjects subjects;

    public RollUp(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Puts the readings of a host, by series and minute, into the transaction. */
    public void merge(Statements sql, HostId host, Map<Series, Map<Long, Stat>> samples)
            throws SQLException {
        for (Step step : Step.values()) {
            SortedMap<Long, Block> blocks = new TreeMap<>();
            for (var series : samples.entrySet()) {
                long number = subjects.subject(sql, host, series.getKey().local());
                for (var minute : series.getValue().entrySet()) {
                    long slot = step.slot(Step.MINUTE.start(minute.getKey()));
                    blocks.computeIfAbsent(step.block(slot), key -> new Block())
                            .add(number, Math.floorMod(slot, step.slots()), minute.getValue());
                }
            }
            long id = subjects.host(sql, host);
            for (var block : blocks.entrySet()) {
                merge(sql, step, id, block.getKey(), block.getValue());
            }
        }
    }

    private static void merge(Statements sql, Step step, long host, long number, Block fresh)
            throws SQLException {
        String select = "SELECT payload FROM " + step.table() + " WHERE host = ? AND block = ?";
        Optional<byte[]> stored = sql.first(select, row -> row.getBytes(1), host, number);
        Block block = stored.isPresent() ? stored(stored.get(), host, number) : new Block();
        fresh.forEach(block::add);
        sql.update(
                "INSERT OR REPLACE INTO "
                        + step.table()
                        + " (host, block, payload) VALUES (?, ?, ?)",
                host,
                number,
                block.bytes());
    }

    private static Block stored(byte[] bytes, long host, long number) {
        try {
            return Block.of(bytes);
        } catch (IOException e) {
            log.warn("readings of host {} in row {} are lost: {}", host, number, e.getMessage());
            return new Block();
        }
    }
}
