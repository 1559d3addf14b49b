package io.holdfast.cli.terminal;

/**
 * The characters beyond ASCII that reports use, and what stands for them where they do not show.
 */
public enum Glyphs {
    UNICODE,
    ASCII;

    /** The text as these glyphs can show it: in ASCII, what has no stand-in becomes {@code ?}. */
    String show(String text) {
        return switch (this) {
            case UNICODE -> text;
            case ASCII -> ascii(text);
        };
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.append(ascii(c)));
        return out.toString();
    }

    private static String ascii(int c) {
        if (c < 0x80) {
            return Character.toString(c);
        }
        return switch (c) {
            case '→' -> "->";
            case '·' -> "-";
            case '─' -> "-";
            case '°' -> "";
            case '…' -> "...";
            case '×' -> "x";
            case '✓' -> "+";
            default -> "?";
        };
    }
}
