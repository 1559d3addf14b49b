package io.holdfast.cli.terminal;

/**
 * How a piece of text is meant, which colours only underline: every tone also has its word.
 *
 * <p>Colours are the eight of ECMA-48 (SGR), which every terminal has and people may have remapped.
 */
public enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("1;31");

    private final String sgr;

    Tone(String sgr) {
        this.sgr = sgr;
    }

    /** The text in this tone's colour. */
    String coloured(String text) {
        return sgr.isEmpty() || text.isEmpty() ? text : "\033[" + sgr + "m" + text + "\033[0m";
    }
}
