package io.holdfast.collector;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.holdfast.collector.peer.CollectorProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector in a process of its own that is asked to read its settings again. */
class ReloadIT {

    private static final long PATIENCE = 60;

    @TempDir private Path directory;

    private final BlockingQueue<String> pings = new LinkedBlockingQueue<>();

    @Test
    void takesOverWhereToPingAndNamesWhatNeedsARestart() throws Exception {
        HttpServer watcher =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        watcher.createContext(
                "/",
                exchange -> {
                    pings.add(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(200, -1);
                });
        watcher.start();
        Path errors = directory.resolve("errors");
        int port = watcher.getAddress().getPort();
        Process collector =
                CollectorProcess.start(
                        config(port, "/first", "4MiB"),
                        ProcessBuilder.Redirect.to(errors.toFile()));
        try {
            assertThat(pings.poll(PATIENCE, SECONDS)).isEqualTo("/first");
            assertThat(collector.inputReader().readLine()).startsWith("ready ");
            config(port, "/second", "8MiB");
            new ProcessBuilder("kill", "-HUP", Long.toString(collector.pid())).start().waitFor();
            assertThat(pings.poll(PATIENCE, SECONDS)).isEqualTo("/second");
            assertThat(errors)
                    .content()
                    .contains("need a restart to take effect: limits.message-size");
        } finally {
            collector.destroyForcibly().waitFor();
            watcher.stop(0);
        }
    }

    private Path config(int port, String path, String messageSize) throws Exception {
        return Files.writeString(
                directory.resolve("collector.yaml"),
                String.join(
                        "\n",
                        "collector:",
                        "  listen:",
                        "    agents: 127.0.0.1:0",
                        "    api: 127.0.0.1:0",
                        "    socket: " + directory.resolve("c.sock"),
                        "  state-directory: " + directory.resolve("state"),
                        "  names: [127.0.0.1]",
                        "  limits: {message-size: " + messageSize + "}",
                        "  dead-man:",
                        "    url: http://127.0.0.1:" + port + path,
                        "    every: 1h",
                        ""));
    }
}
