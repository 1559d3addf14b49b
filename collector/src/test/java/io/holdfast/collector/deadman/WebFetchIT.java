package io.holdfast.collector.deadman;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fetches from servers of this machine that answer well, badly or never. */
class WebFetchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebFetch fetch = new WebFetch();
    private final HttpServer server;

    WebFetchIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        answer("/good", 204, -1);
        answer("/gone", 410, -1);
        // The body that is promised here never comes.
        answer("/endless", 200, 10);
        server.createContext(
                "/moved",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/good");
                    exchange.sendResponseHeaders(302, -1);
                });
        server.start();
    }

    private void answer(String path, int status, long length) {
        server.createContext(path, exchange -> exchange.sendResponseHeaders(status, length));
    }

    @AfterEach
    void end() {
        fetch.close();
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void takesASuccessAlsoBehindARedirect() throws InterruptedException {
        assertThat(fetch.fetch(at("/good"), PATIENCE)).isEmpty();
        assertThat(fetch.fetch(at("/moved"), PATIENCE)).isEmpty();
    }

    @Test
    void saysWhatTheServerAnsweredInstead() throws InterruptedException {
        assertThat(fetch.fetch(at("/gone"), PATIENCE)).contains("answered with status 410");
    }

    @Test
    void endsAnAnswerThatNeverEnds() throws InterruptedException {
        assertThat(fetch.fetch(at("/endless"), Duration.ofMillis(500)))
                .contains("no whole answer within 500 ms");
    }

    @Test
    void endsTheWaitForASilentServer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(fetch.fetch(url, Duration.ofMillis(500)))
                    .contains("no whole answer within 500 ms");
        }
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }
        assertThat(fetch.fetch(URI.create("http://127.0.0.1:" + free + "/"), PATIENCE))
                .contains("cannot be connected to");
    }
}
