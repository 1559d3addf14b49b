package io.holdfast.config.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends to real sockets, which Python opens because Java cannot. */
class NativeNoticeSocketIT {

    private static final String LISTENER =
            """
            import socket, sys
            peer = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            peer.bind(sys.argv[1].replace('@', '\\0', 1))
            peer.settimeout(20)
            print('bound', flush=True)
            for _ in range(2):
                print(peer.recv(4096).decode().replace('\\n', '|'), flush=True)
            """;

    @TempDir Path dir;

    @Test
    void reachesASocketByItsPath() throws Exception {
        talksTo(dir.resolve("notify").toString());
    }

    @Test
    void reachesASocketOfTheAbstractSpace() throws Exception {
        talksTo("@holdfast-test-" + ProcessHandle.current().pid());
    }

    @Test
    void nobodyListeningIsNoError() {
        Supervisor systemd = Systemd.of(Map.of("NOTIFY_SOCKET", dir.resolve("none").toString()), 1);
        systemd.ready("");
        assertThat(systemd).isInstanceOf(Systemd.class);
    }

    private static void talksTo(String address) throws Exception {
        Process python = python(address);
        try (BufferedReader heard = python.inputReader(StandardCharsets.UTF_8)) {
            assertThat(heard.readLine()).isEqualTo("bound");
            Supervisor systemd = Systemd.of(Map.of("NOTIFY_SOCKET", address), 1);
            systemd.ready("gr\u00fcn");
            systemd.alive();
            assertThat(heard.readLine()).isEqualTo("READY=1|STATUS=gr\u00fcn");
            assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
        } finally {
            python.destroy();
        }
    }

    private static Process python(String address) {
        try {
            ProcessBuilder builder = new ProcessBuilder("python3", "-c", LISTENER, address);
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("python3 must be there in CI", e);
            }
            return abort("python3, the other end of the socket, is not installed");
        }
    }
}
