package io.holdfast.agent.devices.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.holdfast.agent.devices.command.ProcessCommands;
import io.holdfast.agent.devices.command.ProgramFolders;
import io.holdfast.core.check.Check;
import io.holdfast.core.check.StatusRange;
import io.holdfast.core.check.Trial;
import io.holdfast.core.component.HostId;
import io.holdfast.core.device.Trust;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of trial against the loopback interface and real programs. */
class ChecksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static Observation tried(Trial trial) throws InterruptedException {
        Checks checks =
                new Checks(
                        HostId.parse("lab/r1/a"),
                        new ProcessCommands(ProgramFolders.usual()),
                        InstantSource.system(),
                        System::nanoTime);
        Check check = new Check("it", false, trial, PATIENCE, PATIENCE, 1);
        return checks.probes(List.of(check)).getFirst().probe().look().observations().getFirst();
    }

    private static Health health(Trial trial) throws InterruptedException {
        return ((Observation.Reported) tried(trial)).health();
    }

    @Test
    void tcp() throws Exception {
        int port;
        try (ServerSocket open = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = open.getLocalPort();
            assertThat(health(new Trial.Tcp("127.0.0.1", port))).isEqualTo(Health.OK);
        }
        assertThat(health(new Trial.Tcp("127.0.0.1", port))).isEqualTo(Health.FAILED);
    }

    @Test
    void http() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = "all is well".getBytes(StandardCharsets.UTF_8);
                    int status = exchange.getRequestURI().getPath().equals("/ill") ? 503 : 200;
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        int port = server.getAddress().getPort();
        assertThat(health(page(port, "/", "is well"))).isEqualTo(Health.OK);
        assertThat(health(page(port, "/", "is bad"))).isEqualTo(Health.FAILED);
        assertThat(health(page(port, "/ill", "is well"))).isEqualTo(Health.FAILED);
        server.stop(0);
        assertThat(health(page(port, "/", "is well"))).isEqualTo(Health.FAILED);
    }

    private static Trial page(int port, String path, String body) {
        String url = "http://127.0.0.1:" + port + path;
        return new Trial.Http(url, StatusRange.SUCCESS, Optional.of(body), new Trust.Machine());
    }

    @Test
    void exec() throws Exception {
        assertThat(health(new Trial.Exec(List.of("/bin/sh", "-c", "exit 0")))).isEqualTo(Health.OK);
        assertThat(health(new Trial.Exec(List.of("/bin/sh", "-c", "echo no; exit 2"))))
                .isEqualTo(Health.FAILED);
        assertThat(tried(new Trial.Exec(List.of("/nowhere/check_x"))))
                .isInstanceOf(Observation.Silent.class);
    }

    @Test
    void pingOfTheMachineItself() throws InterruptedException, IOException {
        Observation seen = tried(new Trial.Ping("127.0.0.1"));
        // Without the program nothing is known, and nothing is claimed.
        boolean there = new ProcessCommands(ProgramFolders.usual()).installed("ping");
        assertThat(seen)
                .isInstanceOf(there ? Observation.Reported.class : Observation.Silent.class);
    }
}
