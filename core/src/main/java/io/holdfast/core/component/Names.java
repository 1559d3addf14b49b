package io.holdfast.core.component;

/** What a name inside a component id may look like. */
final class Names {

    static final int LONGEST = 200;

    private Names() {}

    /** Checks a site, rack or host: letters, digits, dot, dash and underscore. */
    static void requirePathPart(String what, String text) {
        requireLength(what, text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ok = c > ' ' && c < 0x7f && c != '/' && c != ':' && c != '"' && c != '\\';
            if (!ok) {
                throw new IllegalArgumentException(
                        "expected a "
                                + what
                                + " of printable characters without space, '/' and ':', found '"
                                + printable(text)
                                + "'");
            }
        }
    }

    /** Checks a component's own name: anything printable, because devices name their parts. */
    static void requireName(String text) {
        requireLength("name", text);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(
                        "expected a name without control characters, found '"
                                + printable(text)
                                + "'");
            }
        }
    }

    private static void requireLength(String what, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a "
                            + what
                            + " of 1 to "
                            + LONGEST
                            + " characters, found "
                            + text.length());
        }
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? '?' : c);
        }
        return out.toString();
    }
}
