package io.holdfast.mibs.smi;

import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of files and folders that a person names.
 *
 * @param texts each text by its file; of a folder's files only those that look like MIB modules
 * @param passed files of folders that are no MIB modules
 * @param problems what could not be read
 */
public record MibFiles(SortedMap<String, String> texts, List<Path> passed, List<Problem> problems) {

    /** The longest text, in bytes. */
    public static final int MOST_BYTES = 16 << 20;

    /** The most bytes of all texts together. */
    public static final long MOST_BYTES_TOGETHER = 256L << 20;

    /** The most files. */
    public static final int MOST_FILES = 5_000;

    /** How deep folders in folders are looked into. */
    public static final int DEEPEST = 4;

    public MibFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        passed = List.copyOf(passed);
        problems = List.copyOf(problems);
    }

    /** Reads files and folders. */
    public static MibFiles read(List<Path> named) {
        SortedMap<String, String> texts = new TreeMap<>();
        List<Path> passed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        long together = 0;
        for (Path path : named) {
            boolean folder = Files.isDirectory(path);
            for (Path file : folder ? files(path, problems) : List.of(path)) {
                if (together > MOST_BYTES_TOGETHER || texts.size() >= MOST_FILES) {
                    String message =
                            "expected at most %s files of %s bytes together, found more"
                                    .formatted(MOST_FILES, MOST_BYTES_TOGETHER);
                    problems.add(problem(file, message + ": import in several steps"));
                    return new MibFiles(texts, passed, problems);
                }
                Optional<String> read = text(file, problems);
                String text = read.orElse("");
                together += text.length();
                if (read.isEmpty()) {
                    continue;
                }
                if (!folder || text.contains("DEFINITIONS")) {
                    texts.put(file.toString(), text);
                } else {
                    passed.add(file);
                }
            }
        }
        return new MibFiles(texts, passed, problems);
    }

    /**
     * MIB texts are ASCII, and where not, only their comments and descriptions are something else.
     */
    private static Optional<String> text(Path file, List<Problem> problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
            }
            problems.add(problem(file, "expected at most " + MOST_BYTES + " bytes, found more"));
        } catch (NoSuchFileException e) {
            problems.add(problem(file, "no such file"));
        } catch (IOException e) {
            problems.add(problem(file, "cannot be read: " + FileTrouble.of(e, file)));
        }
        return Optional.empty();
    }

    private static List<Path> files(Path folder, List<Problem> problems) {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(Files::isRegularFile).sorted().limit(MOST_FILES + 1L).toList();
        } catch (IOException | UncheckedIOException e) {
            problems.add(problem(folder, "cannot be listed: " + FileTrouble.of(e, folder)));
            return List.of();
        }
    }

    private static Problem problem(Path file, String message) {
        return new Problem(Position.startOf(file.toString()), message);
    }
}
