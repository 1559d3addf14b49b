package io.holdfast.agent.devices.serial.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a terminal would show of the bytes that a console sent, as lines of plain text. */
final class Screen {

    /** The longest line that is looked at, in characters. */
    static final int LONGEST_LINE = 512;

    private static final char ESCAPE = 0x1b;
    private static final int LONGEST_SEQUENCE = 32;

    private Screen() {}

    /** All lines, the unfinished one last. */
    static List<String> lines(byte[] bytes) {
        return Stream.of(text(bytes).split("\n", -1)).map(Screen::cut).toList();
    }

    /** The unfinished line. */
    static String last(byte[] bytes) {
        String text = text(bytes);
        return cut(text.substring(text.lastIndexOf('\n') + 1));
    }

    private static String cut(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    /** Text without escape sequences (ECMA-48, section 5.4), with backspaces done. */
    static String text(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == ESCAPE) {
                at = behindSequence(raw, at);
                continue;
            }
            if (c == '\b') {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                    out.setLength(out.length() - 1);
                }
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                out.append(c);
            } else if (c == '\r' && rewrites(raw, at)) {
                out.setLength(out.lastIndexOf("\n") + 1);
            }
            at++;
        }
        return out.toString();
    }

    /** Whether a carriage return begins the same line anew, as pagers do to wipe their question. */
    private static boolean rewrites(String raw, int at) {
        int next = at;
        while (next < raw.length() && raw.charAt(next) == '\r') {
            next++;
        }
        return next < raw.length() && raw.charAt(next) != '\n';
    }

    private static int behindSequence(String raw, int from) {
        int at = from + 1;
        if (at < raw.length() && raw.charAt(at) == '[') {
            at++;
            while (at < raw.length()
                    && at - from < LONGEST_SEQUENCE
                    && (raw.charAt(at) < '@' || raw.charAt(at) > '~')) {
                at++;
            }
        }
        return at + 1;
    }
}
