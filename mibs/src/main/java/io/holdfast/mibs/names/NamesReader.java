package io.holdfast.mibs.names;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import io.holdfast.mibs.object.Oid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a names file as {@link NamesText} writes it, strictly: the first line that is not as
 * written makes the file none.
 */
public final class NamesReader {

    private static final Pattern LABEL = Pattern.compile("([^ ()]+)\\((-?[0-9]{1,10})\\)");

    private final String file;
    private final List<Labels> labels = new ArrayList<>();
    private final List<MibType> types = new ArrayList<>();
    private final List<MibNode> nodes = new ArrayList<>();

    private NamesReader(String file) {
        this.file = file;
    }

    /** The module in a text that came from a file of this name. */
    public static Loaded<MibModule> parse(String file, String text) {
        List<String> lines = text.lines().toList();
        NamesReader reader = new NamesReader(file);
        int line = 0;
        try {
            if (lines.isEmpty()) {
                throw new FormatException("a first line 'holdfast-names 1 MODULE'", "nothing");
            }
            String module = header(lines.getFirst());
            for (line = 1; line < lines.size() - 1; line++) {
                reader.line(lines.get(line));
            }
            end(lines, text);
            return new Loaded.Good<>(new MibModule(module, reader.nodes, reader.types));
        } catch (FormatException e) {
            Position at = new Position(reader.file, line + 1, 1);
            String message =
                    "expected "
                            + e.expected
                            + ", found "
                            + e.found
                            + "; import the MIB again: holdfast mib import";
            return new Loaded.Bad<>(List.of(new Problem(at, message)));
        }
    }

    private static String header(String line) {
        String[] words = line.split(" ", -1);
        boolean right =
                words.length == 3
                        && words[0].equals(NamesText.MAGIC)
                        && words[1].equals(NamesText.VERSION)
                        && MibModule.isName(words[2]);
        if (!right) {
            throw new FormatException("'holdfast-names 1 MODULE'", quoted(line));
        }
        return words[2];
    }

    private static void end(List<String> lines, String text) {
        String wanted = "end " + (lines.size() - 2);
        if (!lines.getLast().equals(wanted) || !text.endsWith("\n")) {
            throw new FormatException(
                    "'" + wanted + "' as the last line of a whole file", quoted(lines.getLast()));
        }
    }

    private void line(String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "labels" -> labels.add(labels(words));
            case "type" -> types.add(type(words));
            default -> nodes.add(node(words));
        }
        if (nodes.size() > MibModule.MOST_NODES || types.size() > MibModule.MOST_TYPES) {
            throw new FormatException(
                    "at most %s objects and %s types"
                            .formatted(MibModule.MOST_NODES, MibModule.MOST_TYPES),
                    "more");
        }
    }

    private static Labels labels(String[] words) {
        if (words.length < 3
                || words.length > Labels.MOST_WORDS + 2
                || !(words[1].equals("integer") || words[1].equals("bits"))) {
            throw new FormatException(
                    "'labels integer|bits WORD(NUMBER)...'", quoted(String.join(" ", words)));
        }
        SortedMap<Integer, String> numbered = new TreeMap<>();
        for (String word : Arrays.asList(words).subList(2, words.length)) {
            Matcher label = LABEL.matcher(word);
            if (!label.matches()
                    || !MibModule.isName(label.group(1))
                    || numbered.put(number(label.group(2)), label.group(1)) != null) {
                throw new FormatException("WORD(NUMBER), no number twice", quoted(word));
            }
        }
        return new Labels(words[1].equals("bits"), numbered);
    }

    private MibType type(String[] words) {
        if (words.length != 4 || !MibModule.isName(words[1])) {
            throw new FormatException("'type NAME BASE LABELS'", quoted(String.join(" ", words)));
        }
        return new MibType(words[1], name(words[2]), reference(words[3]));
    }

    private MibNode node(String[] words) {
        Optional<NodeKind> kind = words.length < 5 ? Optional.empty() : NodeKind.ofWord(words[2]);
        if (kind.isEmpty()
                || !MibModule.isName(words[1])
                || words.length > MibNode.MOST_OBJECTS + 5) {
            throw new FormatException(
                    "'OID NAME KIND SYNTAX LABELS [OID...]'", quoted(String.join(" ", words)));
        }
        List<Oid> objects = Arrays.stream(words, 5, words.length).map(NamesReader::oid).toList();
        if (!objects.isEmpty() && kind.get() != NodeKind.NOTIFICATION) {
            throw new FormatException("objects of notifications only", quoted(words[1]));
        }
        return new MibNode(
                oid(words[0]), words[1], kind.get(), name(words[3]), reference(words[4]), objects);
    }

    private Labels reference(String word) {
        if (word.equals(NamesText.NONE)) {
            return Labels.NONE;
        }
        int number = number(word);
        if (number < 0 || number >= labels.size()) {
            throw new FormatException("the number of one of the labels above", quoted(word));
        }
        return labels.get(number);
    }

    private static String name(String word) {
        if (word.equals(NamesText.NONE)) {
            return "";
        }
        if (!MibModule.isName(word)) {
            throw new FormatException("a type's name", quoted(word));
        }
        return word;
    }

    private static Oid oid(String word) {
        try {
            return Oid.parse(word);
        } catch (IllegalArgumentException e) {
            throw new FormatException("an object identifier", quoted(word));
        }
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new FormatException("a number", quoted(word));
        }
    }

    private static String quoted(String text) {
        StringBuilder plain = new StringBuilder("'");
        text.codePoints()
                .limit(60)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .forEach(plain::appendCodePoint);
        return plain.append("'").toString();
    }

    /** Ends the reading of a file; never leaves this class. */
    private static final class FormatException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String expected;
        private final String found;

        FormatException(String expected, String found) {
            super(expected, null, false, false);
            this.expected = expected;
            this.found = found;
        }
    }
}
