package io.holdfast.cli.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of where the output goes.
 *
 * @param columns how many characters fit in a line, {@value #NARROWEST} to {@value #WIDEST}
 * @param colours whether colours are shown
 * @param glyphs which characters are
 */
public record Terminal(int columns, boolean colours, Glyphs glyphs) {

    /** What a line has where nobody says otherwise, as in a pipe. */
    public static final int USUAL = 100;

    public static final int NARROWEST = 40;

    /** Longer lines are hard to read. */
    public static final int WIDEST = 140;

    /** Serial lines and the like, whose fonts cannot be trusted. */
    private static final Set<String> PLAIN =
            Set.of("dumb", "vt52", "vt100", "vt102", "vt220", "unknown");

    public Terminal {
        columns = Math.clamp(columns, NARROWEST, WIDEST);
    }

    /** Where output goes to no terminal: no colours, whatever characters. */
    public static final Terminal NONE = new Terminal(USUAL, false, Glyphs.UNICODE);

    /**
     * What the environment says of the terminal.
     *
     * <p>Output is UTF-8 whatever the locale: that is what terminals show today, and a program that
     * reads us must not depend on the locale. Only old and dumb terminals get plain ASCII.
     *
     * @param shown whether standard output is a terminal
     * @param columns its width, if that is known
     */
    public static Terminal of(
            Map<String, String> environment, boolean shown, Optional<Integer> columns) {
        if (!shown) {
            return NONE;
        }
        String term = environment.getOrDefault("TERM", "dumb");
        // https://no-color.org: present and not empty, whatever its value.
        boolean colours =
                environment.getOrDefault("NO_COLOR", "").isEmpty() && !term.equals("dumb");
        Glyphs glyphs = PLAIN.contains(term) ? Glyphs.ASCII : Glyphs.UNICODE;
        int width = columns.or(() -> number(environment.getOrDefault("COLUMNS", ""))).orElse(USUAL);
        return new Terminal(width, colours, glyphs);
    }

    private static Optional<Integer> number(String text) {
        boolean plain =
                !text.isEmpty()
                        && text.length() <= 4
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Optional.of(Integer.valueOf(text)).filter(n -> n > 0) : Optional.empty();
    }
}
