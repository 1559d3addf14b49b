package io.holdfast.collector.crash;

import io.holdfast.collector.peer.CollectorProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A collector in a process of its own, which can be killed. */
final class ChildCollector implements AutoCloseable {

    private final Process process;
    private final Map<String, String> said = new TreeMap<>();

    private ChildCollector(Process process) {
        this.process = process;
    }

    /** Starts a collector whose state is in a directory, and waits until it is ready. */
    static ChildCollector in(Path directory, Path state) throws IOException {
        Path config = directory.resolve("collector.yaml");
        Files.writeString(
                config,
                String.join(
                        "\n",
                        "collector:",
                        "  listen:",
                        "    agents: 127.0.0.1:0",
                        "    api: 127.0.0.1:0",
                        "    socket: " + directory.resolve("c.sock"),
                        "  state-directory: " + state,
                        "  names: [127.0.0.1]",
                        ""));
        Process process = CollectorProcess.start(config, ProcessBuilder.Redirect.INHERIT);
        ChildCollector child = new ChildCollector(process);
        child.awaitReady();
        return child;
    }

    private void awaitReady() throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("ready ")) {
            process.destroyForcibly();
            throw new AssertionError("expected the collector to be ready, it said: " + line);
        }
        for (String word : line.split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                said.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
    }

    int agentsPort() {
        String agents = said.getOrDefault("agents", "");
        return Integer.parseInt(agents.substring(agents.lastIndexOf(':') + 1));
    }

    /** The socket of its API. */
    Path socket() {
        return Path.of(said.getOrDefault("socket", ""));
    }

    /** Kills it as the kernel would: nothing is flushed, nothing is said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends it by the end of its standard input and gives its exit code. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
