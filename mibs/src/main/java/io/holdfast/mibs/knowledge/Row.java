package io.holdfast.mibs.knowledge;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.profile.Template;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One row of a table with its fields.
 *
 * @param index its index; empty where there is no table
 * @param fields the fields that were answered
 */
record Row(Oid index, Map<String, Field> fields) {

    Row {
        fields = Map.copyOf(fields);
    }

    /** Longer texts of a device are cut before they are looked at, in characters. */
    static final int LONGEST_TEXT = 1024;

    /**
     * A field of a row.
     *
     * @param instance whose value it is
     */
    record Field(Oid instance, Value value) {}

    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A field as text; the index is one too. */
    Optional<String> text(String name) {
        if (name.equals(Template.INDEX)) {
            return Optional.of(index.toString());
        }
        return field(name).map(field -> cut(field.value().shown()).strip());
    }

    /** Patterns are tried on texts, and some take the square of a text's length. */
    static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** Whether all of these fields are there and match. */
    boolean matchesAll(Map<String, Pattern> patterns) {
        return patterns.entrySet().stream().allMatch(each -> matches(each, true));
    }

    /** Whether any of these fields is there and matches. */
    boolean matchesAny(Map<String, Pattern> patterns) {
        return patterns.entrySet().stream().anyMatch(each -> matches(each, false));
    }

    /** A field that is missing matches what may be empty, but excludes nothing. */
    private boolean matches(Map.Entry<String, Pattern> each, boolean missingIsEmpty) {
        Optional<String> text = text(each.getKey());
        boolean judged = text.isPresent() || missingIsEmpty;
        return judged && each.getValue().matcher(text.orElse("")).matches();
    }
}
