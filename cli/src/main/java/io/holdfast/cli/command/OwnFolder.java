package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of the operator's own files, of which there need be none in the usual place. */
final class OwnFolder {

    private OwnFolder() {}

    /** Refuses a folder that was named and is not there: what it should hold would be missed. */
    static void check(String option, Path given, String usual) {
        if (!given.equals(Path.of(usual)) && !Files.isDirectory(given)) {
            throw new Failure(
                    "expected a folder for " + option + ", found none at " + given,
                    "check the path, or leave " + option + " out for " + usual);
        }
    }
}
