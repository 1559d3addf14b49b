package io.holdfast.mibs.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches a recorded walk, at most {@value #MOST_BYTES} long. */
public final class WalkFile {

    /** The longest walk, in bytes. */
    public static final int MOST_BYTES = 64 << 20;

    private WalkFile() {}

    /**
     * Reads a walk; bytes that are not UTF-8 are replaced, because devices put anything into texts.
     *
     * @throws IOException if the file cannot be read or is too long
     */
    public static Walk read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("expected at most " + MOST_BYTES + " bytes, found more");
            }
            return Walk.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
