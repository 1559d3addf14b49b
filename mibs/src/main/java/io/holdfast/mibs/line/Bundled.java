package io.holdfast.mibs.line;

import io.holdfast.config.yaml.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The files that come with the product. */
final class Bundled {

    private Bundled() {}

    /** A file's text; empty if no file of the list has this name. */
    static Optional<String> text(String folder, String name, List<String> names) {
        if (!names.contains(name)) {
            return Optional.empty();
        }
        String path = folder + "/" + name + ".yaml";
        try (InputStream in = Bundled.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from this build");
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file of ours holds; a test loads each of them, so that none is bad. */
    static <T> T good(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Good<T>(T settings) -> settings;
            case Loaded.Bad<T> bad -> throw new IllegalStateException(bad.text());
        };
    }
}
