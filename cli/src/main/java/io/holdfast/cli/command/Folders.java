package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.up.StateFolder;
import java.nio.file.Path;
import java.util.Optional;

/** The folders of a user, after the XDG Base Directory Specification 0.8. */
final class Folders {

    private Folders() {}

    /** Where {@code holdfast up} keeps its state. */
    static StateFolder up(Context context) {
        return new StateFolder(folder(context, "XDG_STATE_HOME", ".local/state"));
    }

    /** The same, or the folder that was named. */
    static StateFolder up(Context context, Optional<Path> named) {
        if (named.filter(dir -> dir.toString().isEmpty()).isPresent()) {
            throw new Failure(
                    "--state: expected a folder, found an empty text",
                    "is the variable that names it set?");
        }
        return named.map(dir -> new StateFolder(dir.toAbsolutePath().normalize()))
                .orElseGet(() -> up(context));
    }

    /** Where a user's own settings and identity are. */
    static Path settings(Context context) {
        return folder(context, "XDG_CONFIG_HOME", ".config");
    }

    private static Path folder(Context context, String variable, String belowHome) {
        Path home =
                context.variable("HOME")
                        .map(Path::of)
                        .filter(Path::isAbsolute)
                        .orElse(Path.of("/"));
        // The specification: a path that is not absolute is to be ignored.
        return context.variable(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(belowHome))
                .resolve("holdfast");
    }
}
