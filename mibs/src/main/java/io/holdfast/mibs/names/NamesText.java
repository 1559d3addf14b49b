package io.holdfast.mibs.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a module as a names file.
 *
 * <p>The format, a line each, words parted by one space, {@code -} for what is empty:
 *
 * <pre>
 *   holdfast-names 1 MODULE
 *   labels integer|bits WORD(NUMBER)...          numbered 0, 1, ... in their order
 *   type NAME BASE LABELS
 *   OID NAME KIND SYNTAX LABELS [OID...]         the last are the objects of a notification
 *   end LINES                                    how many lines stand between first and last
 * </pre>
 *
 * <p>An enumeration stands once, however many objects have it.
 */
public final class NamesText {

    /** The first word of the first line. */
    static final String MAGIC = "holdfast-names";

    /** The version of the format. */
    static final String VERSION = "1";

    static final String NONE = "-";

    private final List<String> lines = new ArrayList<>();
    private final Map<Labels, Integer> numbers = new LinkedHashMap<>();

    private NamesText() {}

    /** The text of a module's names file. */
    public static String of(MibModule module) {
        NamesText text = new NamesText();
        module.types().forEach(type -> text.number(type.labels()));
        module.nodes().forEach(node -> text.number(node.labels()));
        text.numbers.keySet().forEach(text::labels);
        module.types().forEach(text::type);
        module.nodes().forEach(text::node);
        return MAGIC
                + " "
                + VERSION
                + " "
                + module.name()
                + "\n"
                + String.join("", text.lines)
                + "end "
                + text.lines.size()
                + "\n";
    }

    private void number(Labels labels) {
        if (!labels.isEmpty()) {
            numbers.putIfAbsent(labels, numbers.size());
        }
    }

    private void labels(Labels labels) {
        lines.add("labels " + (labels.bits() ? "bits " : "integer ") + labels.text() + "\n");
    }

    private void type(MibType type) {
        lines.add(
                "type "
                        + type.name()
                        + " "
                        + orNone(type.base())
                        + " "
                        + reference(type.labels())
                        + "\n");
    }

    private void node(MibNode node) {
        StringBuilder line = new StringBuilder();
        line.append(node.oid()).append(' ').append(node.name());
        line.append(' ').append(node.kind().word());
        line.append(' ').append(orNone(node.syntax()));
        line.append(' ').append(reference(node.labels()));
        node.objects().forEach(object -> line.append(' ').append(object));
        lines.add(line.append('\n').toString());
    }

    private String reference(Labels labels) {
        Integer number = numbers.get(labels);
        return number == null ? NONE : number.toString();
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
