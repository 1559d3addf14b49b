package io.holdfast.cli.terminal;

/**
 * A piece of text in one tone.
 *
 * <p>Devices choose many of the texts shown, so control characters, which could steer a terminal,
 * are replaced here.
 */
public record Cell(String text, Tone tone) {

    public Cell {
        text = printable(text);
    }

    public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    public static Cell faint(String text) {
        return new Cell(text, Tone.FAINT);
    }

    public static Cell strong(String text) {
        return new Cell(text, Tone.STRONG);
    }

    /** How many columns the text takes. */
    int width() {
        return text.codePointCount(0, text.length());
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(harmless(c) ? c : '?'));
        return out.toString();
    }

    /** Neither control characters nor those that turn the direction of writing. */
    private static boolean harmless(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
