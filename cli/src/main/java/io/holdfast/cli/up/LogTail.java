package io.holdfast.cli.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process writes to its log: kept in a file of bounded size, the last lines in memory too.
 *
 * <p>For one writing thread and any reading ones.
 */
final class LogTail {

    /** How many lines are kept for the moment when the process dies. */
    static final int MOST_LINES = 15;

    /** The file begins anew when it is this long, so that a log never fills a disk. */
    static final long MOST_CHARACTERS = 8 << 20;

    private final Path file;
    private final Deque<String> last = new ArrayDeque<>();
    private StandardOpenOption how;
    private @Nullable Writer out;
    private long written;
    private boolean missing;

    private LogTail(Path file, StandardOpenOption begin) {
        this.file = file;
        how = begin;
    }

    /** A log that begins anew. */
    static LogTail anew(Path file) {
        return new LogTail(file, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A log that goes on: what was written before tells why there is a second start. */
    static LogTail further(Path file) {
        return new LogTail(file, StandardOpenOption.APPEND);
    }

    /**
     * Copies lines until the stream ends. What cannot be written, as on a full disk, is left out of
     * the file alone, which goes on as soon as there is room.
     */
    void follow(InputStream in) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                write(line);
            }
        } catch (IOException e) {
            keep("(the log ends here: " + e.getMessage() + ")");
        } finally {
            closeFile();
        }
    }

    private void write(String line) {
        try {
            if (written > MOST_CHARACTERS) {
                closeFile();
                how = StandardOpenOption.TRUNCATE_EXISTING;
                written = 0;
            }
            if (out == null) {
                out =
                        Files.newBufferedWriter(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
            }
            out.write(line);
            out.write('\n');
            out.flush();
            written += line.length() + 1;
            missing = false;
        } catch (IOException e) {
            if (!missing) {
                keep("(not in " + file + " from here on: " + e.getMessage() + ")");
            }
            missing = true;
            closeFile();
            how = StandardOpenOption.APPEND;
        }
    }

    private void closeFile() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // What was not written is told already.
            missing = true;
        }
        out = null;
    }

    private synchronized void keep(String line) {
        if (last.size() == MOST_LINES) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    /** The last lines so far, oldest first. */
    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }
}
