package io.holdfast.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {

    @TempDir Path dir;

    @Test
    void readsUtf8() throws IOException {
        Path file = Files.writeString(dir.resolve("a.yaml"), "k: gr\u00fcn\n");
        Problems problems = new Problems();
        assertThat(YamlFile.text(file, problems)).contains("k: gr\u00fcn\n");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aMissingFileIsAProblem() {
        assertThat(problemWith(dir.resolve("none.yaml"))).endsWith("none.yaml:1:1: no such file");
    }

    @Test
    void aDirectoryIsAProblem() {
        assertThat(problemWith(dir)).contains(":1:1: cannot be read: ");
    }

    @Test
    void otherBytesThanUtf8AreAProblem() throws IOException {
        Path file = Files.write(dir.resolve("b.yaml"), new byte[] {'k', ':', ' ', (byte) 0xff});
        assertThat(problemWith(file)).endsWith("1:1: expected UTF-8, found bytes that are not");
    }

    @Test
    void aFileWithoutEndIsReadUpToTheLimit() {
        assertThat(problemWith(Path.of("/dev/zero")))
                .isEqualTo("/dev/zero:1:1: expected at most 1048576 bytes, found more");
    }

    private static String problemWith(Path file) {
        Problems problems = new Problems();
        assertThat(YamlFile.text(file, problems)).isEmpty();
        assertThat(problems.inOrder()).hasSize(1);
        return problems.inOrder().getFirst().toString();
    }
}
