package io.holdfast.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {

    @TempDir private Path folder;

    @Test
    void whatThePlatformTellsByAClassIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path none = folder.resolve("none");

        assertThat(told(() -> Files.createFile(file), file))
                .isEqualTo("something of that name is there already");
        assertThat(told(() -> Files.readString(none), none)).isEqualTo("no such file or folder");
        assertThat(told(() -> Files.list(file), file)).isEqualTo("not a folder");
        assertThat(told(() -> Files.delete(folder), folder)).isEqualTo("the folder is not empty");
        assertThat(FileTrouble.of(new AccessDeniedException("/f"), Path.of("/f")))
                .isEqualTo("this user may not");
    }

    @Test
    void anotherFileThanTheOneSpokenOfIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path below = file.resolve("a/b");

        assertThat(told(() -> Files.createDirectories(below), below))
                .startsWith(file.toString())
                .doesNotContain("Exception");
    }

    @Test
    void theKernelsReasonIsPassedOn() {
        var full = new FileSystemException("/f", null, "No space left on device");

        assertThat(FileTrouble.of(full, Path.of("/f"))).isEqualTo("no space left on device");
        assertThat(FileTrouble.of(new UncheckedIOException(full), Path.of("/g")))
                .isEqualTo("/f: no space left on device");
    }

    @Test
    void thereIsAlwaysSomethingToSay() {
        assertThat(FileTrouble.of(new IOException(), folder))
                .isEqualTo("the system does not say why");
        assertThat(FileTrouble.of(new IOException("Is a directory"), folder))
                .isEqualTo("Is a directory");
        assertThat(FileTrouble.of(new MalformedInputException(1), folder))
                .isEqualTo("expected text, found bytes that are none");
    }

    private static String told(ThrowingCallable what, Path named) {
        IOException failure = catchThrowableOfType(IOException.class, what);
        assertThat(failure).isNotNull();
        return FileTrouble.of(failure, named);
    }
}
