package io.holdfast.mibs.knowledge;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.profile.Fields;
import io.holdfast.mibs.profile.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * Makes rows of what a device said.
 *
 * @param answers what it said
 * @param shared the instances that every row may use
 */
record Rows(Answers answers, Map<String, Oid> shared) {

    /** A longer table is cut, and the survey then says that it is not complete. */
    static final int MOST_ROWS = 4096;

    private static final int ROUNDS = 3;

    /**
     * The rows of one rule.
     *
     * @param cut whether there were more
     */
    record Found(List<Row> rows, boolean cut) {}

    Found of(Fields fields) {
        List<Row> rows = new ArrayList<>();
        SortedSet<Oid> indexes = indexes(fields);
        for (Oid index : indexes) {
            if (rows.size() == MOST_ROWS) {
                return new Found(rows, true);
            }
            Row row = row(fields, index);
            boolean there = fields.entry().isPresent() || anyOwn(fields, row);
            if (there && row.matchesAll(fields.only()) && !row.matchesAny(fields.except())) {
                rows.add(row);
            }
        }
        return new Found(rows, false);
    }

    private static boolean anyOwn(Fields fields, Row row) {
        return fields.objects().isEmpty()
                || fields.objects().keySet().stream().anyMatch(row.fields()::containsKey);
    }

    private SortedSet<Oid> indexes(Fields fields) {
        SortedSet<Oid> indexes = new TreeSet<>();
        if (fields.entry().isEmpty()) {
            indexes.add(Oid.ROOT);
        }
        for (Oid column : fields.columns().values()) {
            for (Oid instance : answers.said().below(column).keySet()) {
                if (instance.length() > column.length()) {
                    indexes.add(instance.from(column.length()));
                }
            }
        }
        return indexes;
    }

    /** The one row of this index, whether the table has it or not. */
    Row row(Fields fields, Oid index) {
        Map<String, Row.Field> found = new HashMap<>();
        shared.forEach((name, instance) -> put(found, name, instance));
        fields.objects().forEach((name, instance) -> put(found, name, instance));
        fields.columns()
                .forEach(
                        (name, column) -> {
                            if (column.length() + index.length() <= Oid.MOST_ARCS) {
                                put(found, name, column.child(index));
                            }
                        });
        // Extracts may name lookups and lookups extracts: three rounds serve a chain of three.
        for (int round = 0; round < ROUNDS; round++) {
            Row soFar = new Row(index, found);
            fields.lookups().forEach((name, lookup) -> look(found, name, lookup, soFar));
            fields.ancestors().forEach((name, ancestor) -> climb(found, name, ancestor, soFar));
            fields.extracts().forEach((name, extract) -> extract(found, name, extract, soFar));
        }
        return new Row(index, found);
    }

    private void look(Map<String, Row.Field> found, String name, Fields.Lookup lookup, Row row) {
        lookup.index()
                .fillOid(row.index(), row::text)
                .filter(index -> lookup.object().length() + index.length() <= Oid.MOST_ARCS)
                .ifPresent(index -> put(found, name, lookup.object().child(index)));
    }

    private void climb(
            Map<String, Row.Field> found, String name, Fields.Ancestor ancestor, Row row) {
        ancestor.index()
                .fillOid(row.index(), row::text)
                .filter(index -> index.length() == 1)
                .flatMap(
                        index ->
                                new Containment(answers)
                                        .nearest(index.arc(0), ancestor.physicalClass()))
                .ifPresent(
                        entity -> {
                            Oid instance = Containment.CLASS.child((int) entity.longValue());
                            Value value = new Value.Unsigned(entity);
                            found.put(name, new Row.Field(instance, value));
                        });
    }

    private static void extract(
            Map<String, Row.Field> found, String name, Fields.Extract extract, Row row) {
        Optional<Row.Field> whole =
                extract.of().equals(Template.INDEX)
                        ? Optional.of(new Row.Field(row.index(), text(row.index().toString())))
                        : row.field(extract.of());
        whole.ifPresent(
                field -> {
                    String text = Row.cut(field.value().shown());
                    Matcher matcher = extract.pattern().matcher(text);
                    if (matcher.find() && matcher.group(1) != null) {
                        Value part = text(matcher.group(1));
                        found.put(name, new Row.Field(field.instance(), part));
                    }
                });
    }

    private static Value text(String text) {
        return new Value.Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(Map<String, Row.Field> found, String name, Oid instance) {
        answers.said()
                .get(instance)
                .ifPresent(value -> found.put(name, new Row.Field(instance, value)));
    }
}
