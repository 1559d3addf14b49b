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
    private final StandardOpenOption begin;
    private final Deque<String> last = new ArrayDeque<>();

    private LogTail(Path file, StandardOpenOption begin) {
        this.file = file;
        this.begin = begin;
    }

    /** A log that begins anew. */
    static LogTail anew(Path file) {
        return new LogTail(file, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A log that goes on: what was written before tells why there is a second start. */
    static LogTail further(Path file) {
        return new LogTail(file, StandardOpenOption.APPEND);
    }

    /** Copies lines until the stream ends. */
    void follow(InputStream in) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            StandardOpenOption how = begin;
            boolean more = true;
            while (more) {
                try (Writer out =
                        Files.newBufferedWriter(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
                    more = copy(lines, out);
                }
                how = StandardOpenOption.TRUNCATE_EXISTING;
            }
        } catch (IOException e) {
            keep("(the log ends here: " + e.getMessage() + ")");
        }
    }

    /** Copies until the file is full or the stream ends; true if there may be more. */
    private boolean copy(BufferedReader lines, Writer out) throws IOException {
        long written = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            keep(line);
            out.write(line);
            out.write('\n');
            out.flush();
            written += line.length() + 1;
            if (written > MOST_CHARACTERS) {
                return true;
            }
        }
        return false;
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
