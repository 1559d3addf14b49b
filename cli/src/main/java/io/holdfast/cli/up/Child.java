package io.holdfast.cli.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that ends with us: it ends when its standard input does, and that is a pipe from here,
 * which the kernel closes even if we are killed.
 */
final class Child {

    private static final String READY = "ready";

    private final String program;
    private final Process process;
    private final LogTail log;

    private Child(String program, Process process, LogTail log) {
        this.program = program;
        this.process = process;
        this.log = log;
    }

    /** Watches a process that was just started. */
    static Child of(String program, Process process, LogTail log, Consumer<Signal> signals) {
        Child child = new Child(program, process, log);
        Thread.ofVirtual().name(program + "-log").start(() -> log.follow(process.getErrorStream()));
        Thread.ofVirtual()
                .name(program + "-says")
                .start(() -> child.listen(process.getInputStream(), signals));
        Thread.ofVirtual().name(program + "-ends").start(() -> child.tellEnd(signals));
        return child;
    }

    private void tellEnd(Consumer<Signal> signals) {
        signals.accept(new Signal.Ended(program, process.onExit().join().exitValue()));
    }

    private void listen(InputStream in, Consumer<Signal> signals) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(READY) || line.startsWith(READY + " ")) {
                    signals.accept(new Signal.Ready(program, fields(line)));
                }
            }
        } catch (IOException e) {
            // Its end is told by the process itself.
            return;
        }
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String word : line.split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                fields.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return fields;
    }

    /** Asks it to end, by closing its standard input. */
    void askToEnd() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The pipe is gone, which is what was wanted.
            return;
        }
    }

    /** Waits for its end, and forces it where it takes longer; true if it ended by itself. */
    boolean awaitEnd(Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return false;
    }

    String program() {
        return program;
    }

    LogTail log() {
        return log;
    }

    long pid() {
        return process.pid();
    }
}
