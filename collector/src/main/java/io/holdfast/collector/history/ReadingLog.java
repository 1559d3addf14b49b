package io.holdfast.collector.history;

import io.holdfast.collector.operations.Readings;
import io.holdfast.collector.reading.Block;
import io.holdfast.collector.reading.Series;
import io.holdfast.collector.reading.Stat;
import io.holdfast.collector.reading.Step;
import io.holdfast.collector.store.Store;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Unit;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rolled-up readings in the store, for reading. */
public final class ReadingLog implements Readings {

    private static final Logger log = LoggerFactory.getLogger(ReadingLog.class);

    private static final String NUMBER =
            "SELECT s.id FROM subject s JOIN host h ON h.id = s.host"
                    + " WHERE h.name = ? AND s.name = ?";

    private final Store store;

    public ReadingLog(Store store) {
        this.store = store;
    }

    @Override
    public List<Series> series(ComponentId component) {
        // '|' sorts below '}', so these are the names that begin with the part's own and a bar.
        String from = component.local() + "|";
        String until = component.local() + "}";
        List<String> names =
                store.read(
                        sql ->
                                sql.list(
                                        "SELECT s.name FROM subject s JOIN host h ON h.id = s.host"
                                                + " WHERE h.name = ? AND s.name >= ?"
                                                + " AND s.name < ? ORDER BY s.name",
                                        row -> row.getString(1),
                                        component.host().toString(),
                                        from,
                                        until));
        return names.stream()
                .map(name -> series(component, name.substring(from.length())))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public SortedMap<Instant, Stat> read(Series series, Step step, Instant from, Instant until) {
        SortedMap<Instant, Stat> values = new TreeMap<>();
        String host = series.component().host().toString();
        store.read(
                sql -> {
                    Optional<Long> number =
                            sql.first(NUMBER, row -> row.getLong(1), host, series.local());
                    if (number.isEmpty()) {
                        return 0;
                    }
                    sql.list(
                            "SELECT b.block, b.payload FROM "
                                    + step.table()
                                    + " b JOIN host h ON h.id = b.host"
                                    + " WHERE h.name = ? AND b.block BETWEEN ? AND ?",
                            row ->
                                    take(
                                            step,
                                            row.getLong(1),
                                            row.getBytes(2),
                                            number.get(),
                                            values),
                            host,
                            step.block(step.slot(from)),
                            step.block(step.slot(until)));
                    return values.size();
                });
        return new TreeMap<>(values.tailMap(from).headMap(until));
    }

    private static int take(
            Step step, long block, byte[] payload, long number, SortedMap<Instant, Stat> values) {
        try {
            SortedMap<Integer, Stat> slots = Block.of(payload).slots(number);
            slots.forEach((s, stat) -> values.put(step.start(block * step.slots() + s), stat));
            return slots.size();
        } catch (IOException e) {
            log.warn("readings in row {} cannot be read: {}", block, e.getMessage());
            return 0;
        }
    }

    private static Optional<Series> series(ComponentId component, String rest) {
        int bar = rest.lastIndexOf('|');
        return Arrays.stream(Unit.values())
                .filter(unit -> bar > 0 && unit.word().equals(rest.substring(bar + 1)))
                .map(unit -> new Series(component, rest.substring(0, bar), unit))
                .findFirst();
    }
}
