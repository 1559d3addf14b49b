package io.holdfast.mibs.knowledge;

import java.util.Optional;

/** Makes names fit for components: printable, on one line, not endless. */
final class PlainNames {

    /** Longer names are cut, in UTF-16 units. */
    static final int LONGEST = 120;

    /** With what tells equal names apart; a component's name may have 200. */
    static final int LONGEST_WITH_SUFFIX = 190;

    private PlainNames() {}

    /** The name, or empty where nothing printable is left. */
    static Optional<String> of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(out::appendCodePoint);
        String plain = cut(out.toString().strip().replaceAll("\\s+", " "), LONGEST).strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }

    /** The name with something behind it; the name is cut where both are too long. */
    static String with(String name, String suffix) {
        String tail = cut(of(suffix).orElse(""), LONGEST);
        return cut(name, LONGEST_WITH_SUFFIX - tail.length() - 1) + " " + tail;
    }

    /** Never between the halves of a surrogate pair. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
