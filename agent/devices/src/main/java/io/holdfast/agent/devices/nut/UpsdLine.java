package io.holdfast.agent.devices.nut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of upsd's protocol: words, of which those with spaces are in quotes and escape quotes
 * and backslashes (NUT: docs/net-protocol.txt).
 */
record UpsdLine(List<String> words) {

    /** More words than any line of the protocol has. */
    private static final int MOST_WORDS = 16;

    /** The words of a line; empty if a quote is not closed or there are too many. */
    static Optional<UpsdLine> parse(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                continue;
            }
            StringBuilder word = new StringBuilder();
            at = line.charAt(at) == '"' ? quoted(line, at + 1, word) : plain(line, at, word);
            if (at < 0 || words.size() >= MOST_WORDS) {
                return Optional.empty();
            }
            words.add(word.toString());
        }
        return Optional.of(new UpsdLine(List.copyOf(words)));
    }

    private static int plain(String line, int from, StringBuilder word) {
        int at = from;
        while (at < line.length() && line.charAt(at) != ' ') {
            word.append(line.charAt(at++));
        }
        return at;
    }

    private static int quoted(String line, int from, StringBuilder word) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\' && at + 1 < line.length()) {
                at++;
                c = line.charAt(at);
            }
            word.append(c);
        }
        return -1;
    }

    /** Whether the line begins with these words. */
    boolean begins(String... first) {
        return words.size() >= first.length
                && words.subList(0, first.length).equals(List.of(first));
    }

    /** A word, or nothing where the line is shorter. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
