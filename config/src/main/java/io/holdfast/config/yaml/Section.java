package io.holdfast.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A mapping of the file while it is read: gives typed values, notes every problem, and knows which
 * keys nobody asked for.
 *
 * <p>A wrong value is noted and its default handed out, so that reading goes on to the next
 * problem; {@link Loaded#of} then keeps the result from being used. For one thread.
 */
public final class Section {

    /** The most items in a list and keys in a free mapping. */
    public static final int MOST_ITEMS = 10_000;

    private final String path;
    private final Position at;
    private final Problems problems;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private final List<Section> children = new ArrayList<>();
    private final Optional<KeyAtlas> survey;

    /**
     * @param path the keys that lead here, joined by dots; empty for the top of the file
     */
    public Section(String path, Node.Mapping mapping, Problems problems) {
        this(path, mapping, problems, Optional.empty());
    }

    private Section(
            String path, Node.Mapping mapping, Problems problems, Optional<KeyAtlas> survey) {
        this.path = path;
        this.at = mapping.at();
        this.problems = problems;
        this.survey = survey;
        for (Node.Entry entry : mapping.entries()) {
            Node.Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                problems.add(
                        entry.at(),
                        "duplicate key '%s'%s, first given in line %s"
                                .formatted(entry.key(), inHere(), first.at().line()));
            }
        }
    }

    /** A part that holds nothing, has every part below it, and notes what it is asked for. */
    static Section surveying(String path, Problems unused, KeyAtlas atlas) {
        var nothing = new Node.Mapping(Position.startOf(""), List.of());
        return new Section(path, nothing, unused, Optional.of(atlas));
    }

    /** The top of a file; empty if there is a problem, which is then noted. */
    public static Optional<Section> top(String file, String text, Problems problems) {
        Optional<Node> root = YamlText.read(file, text, problems);
        if (root.isPresent() && root.get() instanceof Node.Mapping mapping) {
            return Optional.of(new Section("", mapping, problems));
        }
        root.ifPresent(
                node ->
                        problems.add(
                                node.at(),
                                "expected keys with values, found " + node.description()));
        return Optional.empty();
    }

    /** Where a key stands, or where this section begins if it has no such key. */
    public Position at(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? at : entry.at();
    }

    /** Whether the file gives this key. */
    public boolean has(String key) {
        known.add(key);
        survey.ifPresent(atlas -> atlas.note(path, key));
        return entries.containsKey(key);
    }

    /** Whether the file gives a key that messages never suggest, such as a forbidden one. */
    public boolean hasUnadvertised(String key) {
        hidden.add(key);
        return entries.containsKey(key);
    }

    /** Notes something outside the file that this part names. */
    public void mention(Mention named) {
        problems.mention(named);
    }

    /** Notes that the value of a key does not fit. */
    public void problem(String key, String message) {
        problems.add(at(key), named(key) + ": " + message);
    }

    /** A value, if the file gives one. */
    public <T> Optional<T> value(String key, ValueType<T> type) {
        return node(key).flatMap(node -> read(named(key), node, type));
    }

    /** A value, or its default. */
    public <T> T value(String key, ValueType<T> type, T otherwise) {
        return value(key, type).orElse(otherwise);
    }

    /** A value that the file must give. */
    public <T> Optional<T> required(String key, ValueType<T> type) {
        if (!has(key)) {
            problems.add(
                    at, "missing key '" + key + "'" + inHere() + ": expected " + type.expected());
        }
        return value(key, type);
    }

    /** The values of a list; empty if the file does not give it. */
    public <T> List<T> list(String key, ValueType<T> type) {
        return has(key) ? list(key, type, 0, MOST_ITEMS) : List.of();
    }

    /** The values of a list that the file must give, with so many items. */
    public <T> List<T> list(String key, ValueType<T> type, int least, int most) {
        String expected = "a list of %s to %s items".formatted(least, most);
        if (!has(key)) {
            problems.add(at, "missing key '" + key + "'" + inHere() + ": expected " + expected);
        }
        return node(key).map(node -> list(key, node, type, least, most)).orElse(List.of());
    }

    /** A value alone, or a list of at most so many; empty if the file does not give it. */
    public <T> List<T> oneOrMore(String key, ValueType<T> type, int most) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Sequence list) {
            return list(key, list, type, 1, most);
        }
        return value(key, type).stream().toList();
    }

    /** The parts of a list, each with keys of its own; empty if the file does not give it. */
    public <T> List<T> sectionList(String key, int most, Function<Section, Optional<T>> reader) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Sequence(var where, var items))) {
            mismatch(key, "a list", node.get());
            return List.of();
        }
        if (items.size() > most) {
            problem(key, "expected at most %s items, found %s".formatted(most, items.size()));
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            open(key + "[" + index + "]", items.get(index)).flatMap(reader).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    /** The values of all keys here, which the user chooses. */
    public <T> SortedMap<String, T> values(ValueType<T> type) {
        SortedMap<String, T> values = new TreeMap<>();
        entries.keySet().forEach(key -> value(key, type).ifPresent(v -> values.put(key, v)));
        return values;
    }

    /** The parts of all keys here, which the user chooses. */
    public <T> SortedMap<String, T> sections(Function<Section, Optional<T>> reader) {
        return sections((key, part) -> reader.apply(part));
    }

    /** The parts of all keys here, which the user chooses, read with their keys. */
    public <T> SortedMap<String, T> sections(BiFunction<String, Section, Optional<T>> reader) {
        SortedMap<String, T> values = new TreeMap<>();
        survey.map(atlas -> surveying(named("*"), problems, atlas))
                .flatMap(part -> reader.apply("*", part))
                .ifPresent(v -> values.put("*", v));
        entries.keySet()
                .forEach(
                        key ->
                                optionalSection(key)
                                        .flatMap(part -> reader.apply(key, part))
                                        .ifPresent(v -> values.put(key, v)));
        return values;
    }

    /** A part with keys of its own; an empty one if the file does not give it. */
    public Section section(String key) {
        return optionalSection(key)
                .orElseGet(
                        () -> new Section(named(key), new Node.Mapping(at, List.of()), problems));
    }

    /** A part with keys of its own that the file must give. */
    public Optional<Section> requiredSection(String key) {
        if (!has(key)) {
            problems.add(at, "missing key '" + key + "'" + inHere());
        }
        return optionalSection(key);
    }

    /** A part with keys of its own, if the file gives it. */
    public Optional<Section> optionalSection(String key) {
        Optional<Section> found = node(key).flatMap(node -> open(key, node));
        return found.or(() -> survey.map(atlas -> surveying(named(key), problems, atlas)));
    }

    /** Notes every key, here and below, that nobody asked for. To be called once, at the end. */
    public void finish() {
        finish(KeyAtlas.EMPTY);
    }

    /**
     * Notes every key, here and below, that nobody asked for. To be called once, at the end.
     *
     * @param atlas where the keys of such a file belong
     */
    public void finish(KeyAtlas atlas) {
        for (Node.Entry entry : entries.values()) {
            if (!known.contains(entry.key()) && !hidden.contains(entry.key())) {
                problems.add(entry.at(), unknown(entry.key(), atlas));
            }
        }
        children.forEach(child -> child.finish(atlas));
    }

    /** A slip of one letter, then a key of another part, then a word that is alike. */
    private String unknown(String key, KeyAtlas atlas) {
        Optional<String> alike = Suggestion.nearest(key, known);
        Optional<String> slip = alike.filter(word -> Suggestion.distance(key, word) <= 1);
        String hint =
                slip.map(Section::meant)
                        .or(() -> atlas.home(key).map(home -> "it belongs under " + home))
                        .or(() -> alike.map(Section::meant))
                        .orElseGet(() -> "expected one of " + String.join(", ", known));
        return "unknown key '%s'%s; %s".formatted(Printable.of(key), inHere(), hint);
    }

    private static String meant(String word) {
        return "did you mean '" + word + "'?";
    }

    private Optional<Node> node(String key) {
        return has(key)
                ? Optional.ofNullable(entries.get(key)).map(Node.Entry::value)
                : Optional.empty();
    }

    private Optional<Section> open(String key, Node node) {
        return switch (node) {
            case Node.Mapping mapping when mapping.entries().size() <= MOST_ITEMS -> {
                Section child = new Section(named(key), mapping, problems);
                children.add(child);
                yield Optional.of(child);
            }
            case Node.Mapping mapping -> {
                problem(key, "expected at most " + MOST_ITEMS + " keys, found more");
                yield Optional.empty();
            }
            case Node.Scalar scalar -> mismatch(key, "keys with values", scalar);
            case Node.Sequence sequence -> mismatch(key, "keys with values", sequence);
        };
    }

    private <T> List<T> list(String key, Node node, ValueType<T> type, int least, int most) {
        List<T> values = new ArrayList<>();
        switch (node) {
            case Node.Sequence(var where, var items)
                    when items.size() >= least && items.size() <= most -> {
                int index = 0;
                for (Node item : items) {
                    read(named(key) + "[" + index + "]", item, type).ifPresent(values::add);
                    index++;
                }
            }
            case Node.Sequence(var where, var items) ->
                    problem(
                            key,
                            "expected a list of %s to %s items, found %s"
                                    .formatted(least, most, items.size()));
            case Node.Scalar scalar -> mismatch(key, "a list", scalar);
            case Node.Mapping mapping -> mismatch(key, "a list", mapping);
        }
        return List.copyOf(values);
    }

    private <T> Optional<T> mismatch(String key, String expected, Node found) {
        problems.add(
                found.at(),
                named(key) + ": expected " + expected + ", found " + found.description());
        return Optional.empty();
    }

    private <T> Optional<T> read(String name, Node node, ValueType<T> type) {
        Parsed<T> parsed =
                switch (node) {
                    case Node.Scalar scalar -> type.read(scalar);
                    case Node.Sequence list -> unexpected(type, list);
                    case Node.Mapping mapping -> unexpected(type, mapping);
                };
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> Optional.of(value);
            case Parsed.Bad<T>(String message) -> {
                problems.add(node.at(), name + ": " + message);
                yield Optional.empty();
            }
        };
    }

    private static <T> Parsed<T> unexpected(ValueType<T> type, Node found) {
        Optional<BareAddress> bare =
                found instanceof Node.Sequence(var where, var items)
                        ? BareAddress.of(items)
                        : Optional.empty();
        String hint = bare.map(address -> "; " + address.hint()).orElse("");
        return new Parsed.Bad<>(
                "expected " + type.expected() + ", found " + found.description() + hint);
    }

    private String named(String key) {
        return path.isEmpty() ? Printable.of(key) : path + "." + Printable.of(key);
    }

    private String inHere() {
        return path.isEmpty() ? "" : " in " + path;
    }
}
