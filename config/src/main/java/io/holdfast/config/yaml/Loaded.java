package io.holdfast.config.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of reading a file: its settings, or all that is wrong with it. */
public sealed interface Loaded<T> {

    /** The file is right. */
    record Good<T>(T settings) implements Loaded<T> {}

    /** The file is wrong; nothing of it is used. */
    record Bad<T>(List<Problem> problems) implements Loaded<T> {
        public Bad {
            problems = List.copyOf(problems);
        }

        /** All the problems, a line each. */
        public String text() {
            return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        }
    }

    /** The settings where there are no problems, the problems otherwise. */
    static <T> Loaded<T> of(Optional<T> settings, Problems problems) {
        if (!problems.isEmpty()) {
            return new Bad<>(problems.inOrder());
        }
        return new Good<>(settings.orElseThrow());
    }

    /** All that is wrong; empty if the file is right. */
    default List<Problem> problemsIfAny() {
        return switch (this) {
            case Good<T> good -> List.of();
            case Bad<T> bad -> bad.problems();
        };
    }
}
