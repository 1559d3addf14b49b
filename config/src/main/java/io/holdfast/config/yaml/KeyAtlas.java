package io.holdfast.config.yaml;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which keys a reader knows in which parts of a file, found out by letting it read nothing. */
public final class KeyAtlas {

    /** Nothing is known. */
    public static final KeyAtlas EMPTY = new KeyAtlas();

    /** A key that is at home in more parts than this is told of none. */
    private static final int MOST_HOMES = 4;

    private final SortedMap<String, SortedSet<String>> homes = new TreeMap<>();

    private KeyAtlas() {}

    /** The keys that this reader asks for, given the top of a file. */
    public static KeyAtlas of(Consumer<Section> reader) {
        KeyAtlas atlas = new KeyAtlas();
        reader.accept(Section.surveying("", new Problems(), atlas));
        return atlas;
    }

    /** The keys of both. */
    public KeyAtlas and(KeyAtlas other) {
        KeyAtlas both = new KeyAtlas();
        List.of(this, other)
                .forEach(
                        one ->
                                one.homes.forEach(
                                        (key, paths) -> paths.forEach(p -> both.note(p, key))));
        return both;
    }

    void note(String path, String key) {
        homes.computeIfAbsent(key, k -> new TreeSet<>()).add(path);
    }

    /** The parts where a key is at home, as words; empty where it is nowhere or in too many. */
    Optional<String> home(String key) {
        SortedSet<String> paths = homes.getOrDefault(key, new TreeSet<>());
        if (paths.isEmpty() || paths.size() > MOST_HOMES) {
            return Optional.empty();
        }
        return Optional.of(
                paths.stream()
                        .sorted(Comparator.comparingInt(String::length))
                        .map(path -> path.isEmpty() ? "the top of the file" : "'" + path + ":'")
                        .collect(Collectors.joining(" or ")));
    }
}
