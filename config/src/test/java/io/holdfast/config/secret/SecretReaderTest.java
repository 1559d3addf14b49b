package io.holdfast.config.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReaderTest {

    private static final Position AT = new Position("collector.yaml", 9, 5);

    private final SecretReader reader = new SecretReader(Map.of("TOKEN", "s3cret", "EMPTY", ""));

    @TempDir Path dir;

    @Test
    void readsAFileWithoutItsLineEnd() throws IOException {
        Path file = file("rw-r-----", "s3cret\n");
        assertThat(reader.read(new SecretSource.FromFile(AT, file)))
                .isEqualTo(new Loaded.Good<>(new Secret("s3cret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-----w-", "rwx-----x"})
    void refusesAFileThatIsOpenToEveryone(String mode) throws IOException {
        Path file = file(mode, "s3cret");
        assertThat(problem(new SecretSource.FromFile(AT, file)))
                .isEqualTo(
                        "collector.yaml:9:5: "
                                + file
                                + " is open to everyone ("
                                + mode
                                + "): expected mode 0640 or 0600: chmod 600 "
                                + file);
    }

    @Test
    void refusesAnEmptyAndAnEndlessFile() throws IOException {
        assertThat(problem(new SecretSource.FromFile(AT, file("rw-------", "\n"))))
                .endsWith("expected a secret of 1 to 65536 bytes");
        String endless = "x".repeat(SecretReader.MOST_BYTES + 1);
        assertThat(problem(new SecretSource.FromFile(AT, file("rw-------", endless))))
                .endsWith("expected a secret of 1 to 65536 bytes");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = dir.resolve("none");
        assertThat(problem(new SecretSource.FromFile(AT, file)))
                .isEqualTo("collector.yaml:9:5: " + file + ": no such file");
    }

    @Test
    void readsTheEnvironment() {
        assertThat(reader.read(new SecretSource.FromEnvironment(AT, "TOKEN")))
                .isEqualTo(new Loaded.Good<>(new Secret("s3cret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "EMPTY"})
    void aVariableThatIsNotSetIsNamed(String variable) {
        assertThat(problem(new SecretSource.FromEnvironment(AT, variable)))
                .isEqualTo(
                        "collector.yaml:9:5: the environment variable " + variable + " is not set");
    }

    private Path file(String mode, String content) throws IOException {
        Path file = Files.writeString(dir.resolve("secret"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private String problem(SecretSource source) {
        Loaded<Secret> loaded = reader.read(source);
        assertThat(loaded.problemsIfAny()).hasSize(1);
        return loaded.problemsIfAny().getFirst().toString();
    }
}
