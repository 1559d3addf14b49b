package io.holdfast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source files stay short enough to be read in one sitting. */
class LengthTest {

    private static final int MOST_LINES = 400;
    private static final int MEDIAN_LINES = 90;
    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void noSourceFileIsLong() throws IOException {
        assertThat(tooLong(PROJECT)).isEmpty();
    }

    @Test
    void mostSourceFilesFitOnAPage() throws IOException {
        List<Integer> lengths = sources(PROJECT).stream().map(LengthTest::lines).sorted().toList();
        assertThat(lengths).hasSizeGreaterThan(1_000);
        assertThat(lengths.get(lengths.size() / 2)).isLessThan(MEDIAN_LINES);
    }

    @Test
    void aLongFileIsFound(@TempDir Path tree) throws IOException {
        Path planted = Files.createDirectories(tree.resolve("a/src")).resolve("Long.java");
        Files.writeString(planted, "//\n".repeat(MOST_LINES + 1));
        assertThat(tooLong(tree)).containsExactly("a/src/Long.java has 401 lines");
    }

    private static List<String> tooLong(Path root) throws IOException {
        return sources(root).stream()
                .collect(Collectors.toMap(Function.identity(), LengthTest::lines))
                .entrySet()
                .stream()
                .filter(file -> file.getValue() > MOST_LINES)
                .map(file -> root.relativize(file.getKey()) + " has " + file.getValue() + " lines")
                .sorted()
                .toList();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> root.relativize(file).toString().contains("src/"))
                    .toList();
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
