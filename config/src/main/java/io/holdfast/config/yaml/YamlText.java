package io.holdfast.config.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Turns the text of a YAML 1.2 file into a tree of {@link Node}s.
 *
 * <p>Composes and never constructs, so no tag in the text can make an object. Aliases are expanded;
 * depth and the number of expanded nodes are bounded, which stops texts that grow without end.
 */
public final class YamlText {

    /** The longest text, in code points. */
    public static final int LONGEST = 1 << 20;

    /** The deepest nesting. */
    public static final int DEEPEST = 32;

    /** The most aliases of lists and mappings. */
    public static final int MOST_ALIASES = 32;

    /** The most values, keys, lists and mappings, aliases expanded. */
    public static final int MOST_NODES = 100_000;

    private static final Map<Tag, Node.Form> FORMS = forms();

    private final String file;
    private final Problems problems;
    private int nodes;

    private YamlText(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tree of a text with one document; empty if there is a problem, which is then noted. */
    public static Optional<Node> read(String file, String text, Problems problems) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            problems.add(
                    Position.startOf(file), "expected at most " + LONGEST + " characters of YAML");
            return Optional.empty();
        }
        return new YamlText(file, problems).read(text);
    }

    private Optional<Node> read(String text) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setCodePointLimit(LONGEST + 1)
                        .setMaxAliasesForCollections(MOST_ALIASES)
                        .setAllowNonScalarKeys(true)
                        .build();
        try {
            requireShallow(new Parse(settings).parseString(text));
            Optional<org.snakeyaml.engine.v2.nodes.Node> root =
                    new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(Position.startOf(file), "expected settings, found an empty file");
            }
            return root.map(node -> convert(node, 0));
        } catch (TooMuch e) {
            problems.add(e.problem.at(), e.problem.message());
        } catch (MarkedYamlEngineException e) {
            Problem problem = notYaml(e, text);
            problems.add(problem.at(), problem.message());
        } catch (YamlEngineException e) {
            String firstLine = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.add(Position.startOf(file), "not YAML: " + firstLine);
        }
        return Optional.empty();
    }

    private Problem notYaml(MarkedYamlEngineException e, String text) {
        Position at = position(e.getProblemMark().or(e::getContextMark));
        Optional<BareAddress> bare =
                text.lines().skip(at.line() - 1L).findFirst().flatMap(BareAddress::in);
        return bare.map(
                        address ->
                                new Problem(
                                        new Position(file, at.line(), address.at() + 1),
                                        "not YAML: " + address.hint()))
                .orElseGet(
                        () ->
                                new Problem(
                                        at, "not YAML: " + String.valueOf(e.getProblem()).strip()));
    }

    /** Composing recurses, so what is too deep must not get there. */
    private void requireShallow(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias,
                        Comment,
                        DocumentEnd,
                        DocumentStart,
                        Scalar,
                        StreamEnd,
                        StreamStart -> {}
            }
            if (depth > DEEPEST) {
                throw new TooMuch(
                        position(event.getStartMark()),
                        "nested deeper than " + DEEPEST + " levels");
            }
        }
    }

    private Node convert(org.snakeyaml.engine.v2.nodes.Node node, int depth) {
        Position at = position(node.getStartMark());
        if (depth > DEEPEST) {
            throw new TooMuch(at, "nested deeper than " + DEEPEST + " levels");
        }
        if (++nodes > MOST_NODES) {
            throw new TooMuch(at, "more than " + MOST_NODES + " values, aliases expanded");
        }
        return switch (node) {
            case ScalarNode scalar -> convertScalar(scalar, at);
            case SequenceNode sequence -> {
                List<Node> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
                yield new Node.Sequence(at, items);
            }
            case MappingNode mapping -> {
                List<Node.Entry> entries = new ArrayList<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    convertEntry(tuple, depth).ifPresent(entries::add);
                }
                yield new Node.Mapping(at, entries);
            }
            default -> throw new TooMuch(at, "not a value, list or mapping");
        };
    }

    private Node convertScalar(ScalarNode scalar, Position at) {
        Node.Form form = FORMS.get(scalar.getTag());
        if (form == null) {
            problems.add(at, "expected a plain value, found the tag " + scalar.getTag());
            form = Node.Form.TEXT;
        }
        return new Node.Scalar(at, scalar.getValue(), form);
    }

    private Optional<Node.Entry> convertEntry(NodeTuple tuple, int depth) {
        Position at = position(tuple.getKeyNode().getStartMark());
        Node value = convert(tuple.getValueNode(), depth + 1);
        if (tuple.getKeyNode().getNodeType() == NodeType.SCALAR) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            return Optional.of(new Node.Entry(at, key, value));
        }
        problems.add(at, "expected a word as key, found a list or mapping");
        return Optional.empty();
    }

    private Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> Position.startOf(file));
    }

    private static Map<Tag, Node.Form> forms() {
        Map<Tag, Node.Form> forms = new HashMap<>();
        forms.put(Tag.STR, Node.Form.TEXT);
        forms.put(Tag.INT, Node.Form.INTEGER);
        forms.put(Tag.FLOAT, Node.Form.DECIMAL);
        forms.put(Tag.BOOL, Node.Form.FLAG);
        forms.put(Tag.NULL, Node.Form.NOTHING);
        // What looks like ${NAME} is text to us: only secrets come from the environment.
        forms.put(Tag.ENV_TAG, Node.Form.TEXT);
        return Map.copyOf(forms);
    }

    /** A text beyond a limit: left at once, because going on is what the limit forbids. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        TooMuch(Position at, String message) {
            super(message, null, false, false);
            problem = new Problem(at, message);
        }
    }
}
