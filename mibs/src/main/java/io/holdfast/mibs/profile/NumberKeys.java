package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what numbers mean. A key is {@code word(5)} as a MIB writes it, {@code 5}, or a span {@code
 * 5..9}, {@code 5..} or {@code ..9}.
 */
final class NumberKeys {

    private static final Pattern NAMED =
            Pattern.compile("([A-Za-z][\\w /-]{0,63})\\((-?\\d{1,10})\\)");
    private static final Pattern SPAN = Pattern.compile("(-?\\d{1,18})?(\\.\\.)?(-?\\d{1,18})?");

    private NumberKeys() {}

    static <T> NumberMap<T> read(Section section, ValueType<T> meanings) {
        List<NumberMap.Entry<T>> entries = new ArrayList<>();
        for (Map.Entry<String, T> each : section.values(meanings).entrySet()) {
            String key = each.getKey();
            NumberMap.Entry<T> entry = entry(key, each.getValue());
            if (entry == null) {
                section.problem(key, "expected a key such as failed(3), 3, 3..9, 3.. or ..9");
            } else if (overlaps(entries, entry)) {
                section.problem(key, "expected each number once, found it twice");
            } else {
                entries.add(entry);
            }
        }
        return new NumberMap<>(entries);
    }

    private static <T> boolean overlaps(
            List<NumberMap.Entry<T>> entries, NumberMap.Entry<T> entry) {
        return entries.stream()
                .anyMatch(other -> other.least() <= entry.most() && entry.least() <= other.most());
    }

    private static <T> NumberMap.@org.jspecify.annotations.Nullable Entry<T> entry(
            String key, T meaning) {
        Matcher named = NAMED.matcher(key);
        if (named.matches()) {
            long number = Long.parseLong(named.group(2));
            return new NumberMap.Entry<>(named.group(1), number, number, meaning);
        }
        Matcher span = SPAN.matcher(key);
        if (!span.matches() || (span.group(1) == null && span.group(3) == null)) {
            return null;
        }
        boolean open = span.group(2) != null;
        if (!open && span.group(3) != null) {
            return null;
        }
        long least = span.group(1) == null ? Long.MIN_VALUE : Long.parseLong(span.group(1));
        long most = span.group(3) == null ? Long.MAX_VALUE : Long.parseLong(span.group(3));
        return new NumberMap.Entry<>("", least, open ? most : least, meaning);
    }
}
