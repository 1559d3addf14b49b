package io.holdfast.config.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names written as one: {@code db01-db20}, {@code 1-20}, or one name alone.
 *
 * @param names at least one and at most {@value #MOST}
 */
record Range(List<String> names) {

    static final int MOST = 1_000;

    /** The same letters before two numbers. */
    private static final Pattern FROM_TO = Pattern.compile("(.*?)(\\d{1,9})-\\1(\\d{1,9})");

    Range {
        names = List.copyOf(names);
    }

    /** The names of this text; empty for a range that does not rise or is too long. */
    static Optional<Range> of(String text) {
        int slash = text.lastIndexOf('/');
        String path = text.substring(0, slash + 1);
        Matcher range = FROM_TO.matcher(text.substring(slash + 1));
        if (!range.matches()) {
            return Optional.of(new Range(List.of(text)));
        }
        int from = Integer.parseInt(range.group(2));
        int to = Integer.parseInt(range.group(3));
        if (to <= from || to - from >= MOST) {
            return Optional.empty();
        }
        boolean padded = range.group(2).startsWith("0");
        String form = padded ? "%0" + range.group(2).length() + "d" : "%d";
        List<String> names = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            names.add(path + range.group(1) + String.format(Locale.ROOT, form, number));
        }
        return Optional.of(new Range(names));
    }
}
