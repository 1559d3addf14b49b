package io.holdfast.config.secret;

import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fetches secrets from where the settings say they are.
 *
 * @param environment the variables of the process
 */
public record SecretReader(Map<String, String> environment) {

    /** The longest secret, in bytes. */
    public static final int MOST_BYTES = 65_536;

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    /** The secret, or what keeps us from having it. */
    public Loaded<Secret> read(SecretSource source) {
        return switch (source) {
            case SecretSource.FromFile(var at, var file) -> readFile(source, file);
            case SecretSource.FromEnvironment(var at, var variable) -> {
                String value = environment.getOrDefault(variable, "");
                yield value.isEmpty()
                        ? bad(source, "the environment variable " + variable + " is not set")
                        : new Loaded.Good<>(new Secret(value));
            }
        };
    }

    private static Loaded<Secret> readFile(SecretSource source, Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (mode.stream().anyMatch(OTHERS::contains)) {
                return bad(
                        source,
                        "%s is open to everyone (%s): expected mode 0640 or 0600: chmod 600 %s"
                                .formatted(file, PosixFilePermissions.toString(mode), file));
            }
            String text = content(file).stripTrailing();
            if (text.isEmpty() || text.length() > MOST_BYTES) {
                return bad(source, file + ": expected a secret of 1 to " + MOST_BYTES + " bytes");
            }
            return new Loaded.Good<>(new Secret(text));
        } catch (NoSuchFileException e) {
            return bad(source, file + ": no such file");
        } catch (AccessDeniedException e) {
            return bad(source, file + ": may not be read by this user");
        } catch (IOException e) {
            return bad(source, file + ": cannot be read: " + FileTrouble.of(e, file));
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES + 1), StandardCharsets.UTF_8);
        }
    }

    private static Loaded<Secret> bad(SecretSource source, String message) {
        return new Loaded.Bad<>(List.of(new Problem(source.at(), message)));
    }
}
