package io.holdfast.config.yaml;

import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the files of a folder say.
 *
 * @param good of those that are right, in the order of the files' names
 * @param problems what is wrong with the others; a wrong file does not take the right ones along
 */
public record LoadedFolder<T>(List<T> good, List<Problem> problems) {

    public LoadedFolder {
        good = List.copyOf(good);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a folder; one that is not there has nothing, and no problems.
     *
     * @param suffix how the names of its files end; others are not looked at
     * @param most more files than this are left out, and that is a problem
     * @param plural what the files hold, in a word
     * @param load reads one file
     */
    public static <T> LoadedFolder<T> read(
            Path folder, String suffix, int most, String plural, Function<Path, Loaded<T>> load) {
        List<T> good = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Path> files = files(folder, suffix, most, problems);
        if (files.size() > most) {
            problems.add(of(folder, "expected at most " + most + " " + plural + ", found more"));
        }
        for (Path file : files.subList(0, Math.min(files.size(), most))) {
            switch (load.apply(file)) {
                case Loaded.Good<T>(T value) -> good.add(value);
                case Loaded.Bad<T> bad -> problems.addAll(bad.problems());
            }
        }
        return new LoadedFolder<>(good, problems);
    }

    /** The first of them, one more than may be. */
    private static List<Path> files(Path folder, String suffix, int most, List<Problem> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .limit(most + 1L)
                    .toList();
        } catch (IOException e) {
            problems.add(of(folder, "cannot be listed: " + FileTrouble.of(e, folder)));
            return List.of();
        }
    }

    private static Problem of(Path folder, String message) {
        return new Problem(Position.startOf(folder.toString()), message);
    }
}
