package io.holdfast.agent.devices.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree of kernel files that a test plants in a folder of its own. */
public final class PlantedTree {

    private final Path root;

    public PlantedTree(Path root) {
        this.root = root;
    }

    /** The tree as a probe reads it. */
    public SysTree tree() {
        return new SysTree(root);
    }

    /** Plants or overwrites a file, with the newline that the kernel puts at its end. */
    public PlantedTree file(String path, String text) {
        try {
            Path file = root.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plants the files of a dump whose lines are {@code path:value}. */
    public PlantedTree dump(String lines) {
        for (String line : lines.lines().filter(line -> line.startsWith("/")).toList()) {
            int colon = line.indexOf(':');
            file(line.substring(0, colon), line.substring(colon + 1));
        }
        return this;
    }

    /** Plants an empty folder. */
    public PlantedTree folder(String path) {
        try {
            Files.createDirectories(root.resolve(path.substring(1)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file away. */
    public PlantedTree without(String path) {
        try {
            Files.delete(root.resolve(path.substring(1)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
