package io.holdfast.collector.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Texts in one text, parted by the control characters that ASCII has for it: fields by unit
 * separators (0x1F), the items of a list by record separators (0x1E). Control characters inside a
 * field become spaces, so a list of lists parts its inner items by group separators (0x1D).
 */
final class Fields {

    private static final String FIELD = "\u001f";
    private static final String ITEM = "\u001e";
    private static final String INNER = "\u001d";

    private Fields() {}

    static String join(String... fields) {
        return String.join(FIELD, fields);
    }

    static String list(Collection<String> items) {
        return String.join(ITEM, items);
    }

    static String inner(String... parts) {
        return String.join(INNER, Arrays.stream(parts).map(Fields::plain).toList());
    }

    /** A text without control characters. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }

    static Deque<String> split(String text) {
        return new ArrayDeque<>(Arrays.asList(text.split(FIELD, -1)));
    }

    static List<String> items(String field) {
        return field.isEmpty() ? List.of() : Arrays.asList(field.split(ITEM, -1));
    }

    static List<String> innerParts(String item) {
        return new ArrayList<>(Arrays.asList(item.split(INNER, -1)));
    }
}
