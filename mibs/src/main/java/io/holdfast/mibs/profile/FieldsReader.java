package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.Suggestion;
import io.holdfast.mibs.object.Oid;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads where fields come from, and knows which there are.
 *
 * @param shared the fields that every rule of the profile may use
 */
record FieldsReader(Set<String> shared) {

    Fields read(Section section) {
        Optional<Oid> entry = section.value("entry", ProfileTypes.OID);
        Map<String, Oid> columns = new TreeMap<>();
        section.section("columns")
                .values(ProfileTypes.OID)
                .forEach((name, arc) -> entry.ifPresent(e -> columns.put(name, e.child(arc))));
        if (entry.isEmpty() && section.has("columns")) {
            section.problem("columns", "expected an 'entry' whose columns these are, found none");
        }
        if (entry.isPresent() && columns.isEmpty()) {
            section.problem("entry", "expected 'columns' of this entry, found none");
        }
        Fields fields =
                new Fields(
                        entry,
                        columns,
                        section.section("lookups").sections(FieldsReader::lookup),
                        section.section("objects").values(ProfileTypes.OID),
                        section.section("extracts").sections(FieldsReader::extract),
                        section.section("ancestors").sections(FieldsReader::ancestor),
                        section.section("only").values(ProfileTypes.PATTERN),
                        section.section("except").values(ProfileTypes.PATTERN));
        check(section, fields);
        return fields;
    }

    private static Optional<Fields.Lookup> lookup(Section section) {
        Optional<Oid> object = section.required("object", ProfileTypes.OID);
        Optional<Template> index = section.required("index", ProfileTypes.TEMPLATE);
        return object.flatMap(o -> index.map(i -> new Fields.Lookup(o, i)));
    }

    private static Optional<Fields.Extract> extract(Section section) {
        Optional<String> of = section.required("of", ProfileTypes.FIELD);
        Optional<Pattern> pattern = section.required("pattern", ProfileTypes.PATTERN);
        if (pattern.isPresent() && pattern.get().matcher("").groupCount() != 1) {
            section.problem("pattern", "expected one group in parentheses");
            return Optional.empty();
        }
        return of.flatMap(o -> pattern.map(p -> new Fields.Extract(o, p)));
    }

    private static Optional<Fields.Ancestor> ancestor(Section section) {
        Optional<Template> index = section.required("index", ProfileTypes.TEMPLATE);
        Optional<Pattern> type = section.required("class", ProfileTypes.PATTERN);
        return index.flatMap(i -> type.map(t -> new Fields.Ancestor(i, t)));
    }

    private void check(Section section, Fields fields) {
        fields.lookups()
                .forEach((name, l) -> require(section, "lookups", fields, l.index().fields()));
        fields.ancestors()
                .forEach((name, a) -> require(section, "ancestors", fields, a.index().fields()));
        fields.extracts()
                .forEach((name, e) -> require(section, "extracts", fields, Set.of(e.of())));
        require(section, "only", fields, fields.only().keySet());
        require(section, "except", fields, fields.except().keySet());
    }

    /** Notes each of these names that is no field. */
    void require(Section section, String key, Fields fields, Set<String> names) {
        Set<String> known = new TreeSet<>(fields.names());
        known.addAll(shared);
        known.add(Template.INDEX);
        for (String name : names) {
            if (!known.contains(name)) {
                String hint =
                        Suggestion.nearest(name, known)
                                .map(word -> "did you mean '" + word + "'?")
                                .orElseGet(() -> "fields are " + String.join(", ", known));
                section.problem(key, "no field '" + name + "'; " + hint);
            }
        }
    }
}
