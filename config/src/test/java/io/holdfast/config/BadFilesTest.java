package io.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code bad/} breaks one rule; the {@code .txt} beside it holds the exact messages.
 */
class BadFilesTest {

    private static final Path BAD = Path.of("src/test/resources/bad");

    /** What the files name as secrets is there, so that each breaks one rule. */
    private static final Map<String, String> SECRETS =
            Map.of("C", "c", "P", "p", "W", "w", "A", "a", "MAIL_PASSWORD", "m");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysExactlyWhatIsWrongAndWhere(String name) throws IOException {
        ConfigCheck check = new ConfigCheck("web1", new SecretReader(SECRETS));
        String text = Files.readString(BAD.resolve(name));
        List<Problem> problems = check.check(name, text).problems();

        List<String> expected = Files.readAllLines(BAD.resolve(name.replace(".yaml", ".txt")));
        assertThat(problems).map(Problem::toString).isNotEmpty().isEqualTo(expected);
    }
}
