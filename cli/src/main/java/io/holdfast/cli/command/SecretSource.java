package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret comes from: a file, else a variable of the environment. A command line can be read
 * by every user of the machine.
 *
 * @param what the secret, in plain words
 * @param option the option that names the file
 * @param variable the variable of the environment
 */
record SecretSource(String what, String option, String variable) {

    /** A larger file is no secret but a mistake. */
    private static final int MOST_BYTES = 4096;

    /**
     * The secret; empty where neither file nor variable is given.
     *
     * @throws Failure if the file cannot be read or holds no secret
     */
    Optional<String> read(@Nullable Path file, Context context) {
        if (file == null) {
            return context.variable(variable);
        }
        String text = text(file);
        if (text.isEmpty()) {
            throw new Failure(
                    "expected " + what + " in " + file + ", found nothing",
                    "write it there, in one line");
        }
        return Optional.of(text);
    }

    /**
     * The secret.
     *
     * @throws Failure if there is none
     */
    String require(@Nullable Path file, Context context) {
        return read(file, context)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "expected " + what + ", found none",
                                        "give " + option + " FILE, or set " + variable));
    }

    private String text(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Failure(
                        "expected " + what + " in " + file + ", found more than a secret", "");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            Arrays.fill(bytes, (byte) 0);
            // Editors end a file with a line's end, which is no part of the secret.
            return text.replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new Failure(
                    "expected "
                            + what
                            + " in "
                            + file
                            + ", but it cannot be read: "
                            + FileTrouble.of(e, file),
                    "check the path given by " + option + ", and who may read it");
        }
    }
}
