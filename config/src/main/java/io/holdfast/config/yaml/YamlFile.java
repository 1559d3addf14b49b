package io.holdfast.config.yaml;

import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Fetches the text of a configuration file, which is UTF-8 and at most {@value #MOST_BYTES} long.
 */
public final class YamlFile {

    /** The longest file, in bytes. */
    public static final int MOST_BYTES = 1 << 20;

    private YamlFile() {}

    /** The file's text; empty if it cannot be had, which is then noted. */
    public static Optional<String> text(Path file, Problems problems) {
        Position start = Position.startOf(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                problems.add(start, "expected at most " + MOST_BYTES + " bytes, found more");
                return Optional.empty();
            }
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            problems.add(start, "expected UTF-8, found bytes that are not");
        } catch (NoSuchFileException e) {
            problems.add(start, "no such file");
        } catch (AccessDeniedException e) {
            problems.add(start, "may not be read by this user");
        } catch (IOException e) {
            problems.add(start, "cannot be read: " + FileTrouble.of(e, file));
        }
        return Optional.empty();
    }
}
