package io.holdfast.config.yaml;

/** Text of a file made fit for a message: no control characters, not endless. */
final class Printable {

    /** Longer texts are cut. */
    static final int LONGEST = 80;

    private Printable() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .forEach(out::appendCodePoint);
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return cut ? out.append("...").toString() : out.toString();
    }
}
