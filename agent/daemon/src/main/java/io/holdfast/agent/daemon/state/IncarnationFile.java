package io.holdfast.agent.daemon.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * The count of this agent's starts, on disk before it is used.
 *
 * <p>It never falls below the seconds since 1970, so that an agent whose state directory was lost
 * still comes after what its collector remembers of it.
 */
public final class IncarnationFile {

    private static final String NAME = "incarnation";
    private static final int MOST_BYTES = 64;

    private final Path directory;

    public IncarnationFile(Path directory) {
        this.directory = directory;
    }

    /**
     * Takes the next incarnation, above {@code floor}.
     *
     * @throws IOException if it cannot be made durable; nothing may be numbered then
     */
    public long next(Instant now, long floor) throws IOException {
        long after = Math.max(stored(), floor);
        long next = Math.max(after + 1, now.getEpochSecond());
        Path fresh = directory.resolve(NAME + ".tmp");
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap((next + "\n").getBytes(StandardCharsets.US_ASCII));
            while (text.hasRemaining()) {
                out.write(text);
            }
            out.force(true);
        }
        Files.move(fresh, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
        return next;
    }

    /** What the file says; a lost or broken one counts as none, the clock stands in. */
    private long stored() throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file) || Files.size(file) > MOST_BYTES) {
            return 0;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        boolean number =
                !text.isEmpty()
                        && text.length() < 19
                        && text.chars().allMatch(IncarnationFile::isDigit);
        return number ? Long.parseLong(text) : 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
