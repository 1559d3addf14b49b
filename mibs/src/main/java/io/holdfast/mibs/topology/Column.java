package io.holdfast.mibs.topology;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.object.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads columns of tables. */
final class Column {

    /** More rows than this are left out: no switch of a rack has more. */
    static final int MOST_ROWS = 131_072;

    private Column() {}

    /** The values of a column, by index. */
    static SortedMap<Oid, Value> of(Variables said, Oid column) {
        SortedMap<Oid, Value> rows = new TreeMap<>();
        for (Map.Entry<Oid, Value> each : said.below(column).entrySet()) {
            if (rows.size() < MOST_ROWS && each.getKey().length() > column.length()) {
                rows.put(each.getKey().from(column.length()), each.getValue());
            }
        }
        return rows;
    }

    /** A value as text; empty where there is none or it is blank. */
    static Optional<String> text(Variables said, Oid column, Oid index) {
        return value(said, column, index).map(v -> v.shown().strip()).filter(t -> !t.isEmpty());
    }

    static Optional<Long> number(Variables said, Oid column, Oid index) {
        return value(said, column, index)
                .flatMap(
                        v ->
                                v.number().isPresent()
                                        ? Optional.of(v.number().getAsLong())
                                        : Optional.empty());
    }

    static Optional<Value> value(Variables said, Oid column, Oid index) {
        return column.length() + index.length() > Oid.MOST_ARCS
                ? Optional.empty()
                : said.get(column.child(index));
    }
}
