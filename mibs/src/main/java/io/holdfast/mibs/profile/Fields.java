package io.holdfast.mibs.profile;

import io.holdfast.mibs.object.Oid;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where the fields of a rule come from: the columns of a table, other tables, single objects.
 *
 * <p>With an entry there is a row for every index of its columns; without one there is one row,
 * with an empty index, if any of the objects answers.
 *
 * @param entry the table's entry
 * @param columns columns of that table, as whole identifiers
 * @param lookups columns of other tables
 * @param objects single instances
 * @param extracts parts of other fields
 * @param ancestors what contains the row's part, as ENTITY-MIB has it
 * @param only rows that do not match all of these are none of ours
 * @param except nor are rows that match any of these
 */
public record Fields(
        Optional<Oid> entry,
        Map<String, Oid> columns,
        Map<String, Lookup> lookups,
        Map<String, Oid> objects,
        Map<String, Extract> extracts,
        Map<String, Ancestor> ancestors,
        Map<String, Pattern> only,
        Map<String, Pattern> except) {

    public Fields {
        columns = Map.copyOf(columns);
        lookups = Map.copyOf(lookups);
        objects = Map.copyOf(objects);
        extracts = Map.copyOf(extracts);
        ancestors = Map.copyOf(ancestors);
        only = Map.copyOf(only);
        except = Map.copyOf(except);
    }

    /**
     * A column of another table.
     *
     * @param object the column
     * @param index the index there
     */
    public record Lookup(Oid object, Template index) {}

    /**
     * A part of another field's text.
     *
     * @param of the field
     * @param pattern has one group
     */
    public record Extract(String of, Pattern pattern) {}

    /**
     * The nearest that contains a part, or the part itself, of some entPhysicalClass; the field is
     * its entPhysicalIndex.
     *
     * @param index the part's own entPhysicalIndex
     * @param physicalClass the number of the class
     */
    public record Ancestor(Template index, Pattern physicalClass) {}

    /** The names of all fields. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(columns.keySet());
        names.addAll(lookups.keySet());
        names.addAll(objects.keySet());
        names.addAll(extracts.keySet());
        names.addAll(ancestors.keySet());
        return names;
    }
}
