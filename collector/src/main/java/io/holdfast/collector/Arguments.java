package io.holdfast.collector;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The command line of a collector.
 *
 * @param config its settings
 * @param parentPipe whether to end when standard input does
 * @param restore the backup to restore instead of running
 * @param force whether restoring may overwrite
 */
record Arguments(Path config, boolean parentPipe, Optional<Path> restore, boolean force) {

    static final String USAGE =
            "usage: holdfast collector --config FILE [--parent-pipe]"
                    + " | holdfast collector restore BACKUP --config FILE [--force]";

    /** The form that the command's own help prints. */
    private static final String WITH_FILE = "--config=";

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it is not as {@link #USAGE} says
     */
    static Arguments of(List<String> words) {
        Optional<Path> config = Optional.empty();
        Optional<Path> restore = Optional.empty();
        boolean parentPipe = false;
        boolean force = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.startsWith(WITH_FILE) && !word.equals(WITH_FILE)) {
                config = Optional.of(Path.of(word.substring(WITH_FILE.length())));
                continue;
            }
            switch (word) {
                case "--config" -> config = Optional.of(path(word, rest));
                case "--restore" -> restore = Optional.of(path(word, rest));
                case "--parent-pipe" -> parentPipe = true;
                case "--force" -> force = true;
                default ->
                        throw new IllegalArgumentException("unknown word '" + word + "'; " + USAGE);
            }
        }
        if (config.isEmpty() || (force && restore.isEmpty())) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Arguments(config.get(), parentPipe, restore, force);
    }

    private static Path path(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("expected a file after " + word + "; " + USAGE);
        }
        String file = rest.next();
        // A word that looks like an option is one, and no file.
        if (file.startsWith("--")) {
            throw new IllegalArgumentException(
                    "expected a file after " + word + ", found " + file + "; " + USAGE);
        }
        return Path.of(file);
    }
}
