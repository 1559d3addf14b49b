package io.holdfast.agent.devices.snmp.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of a Debian package that a test started and ends. */
final class PeerProcess implements AutoCloseable {

    private static final int END_SECONDS = 10;

    private final Process process;

    private PeerProcess(Process process) {
        this.process = process;
    }

    /** Where the program is; a missing one fails in CI and skips the test elsewhere. */
    static Path program(String debianPackage, String... places) {
        for (String place : places) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        String missing = "no " + places[0] + ": install the package " + debianPackage;
        assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
        assumeTrue(false, missing);
        throw new IllegalStateException(missing);
    }

    static PeerProcess start(Path folder, List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(new ArrayList<>(command))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("peer.out").toFile());
        builder.environment().put("SNMP_PERSISTENT_DIR", folder.resolve("var").toString());
        builder.environment().put("SNMPCONFPATH", folder.toString());
        builder.environment().put("MIBS", "");
        builder.environment().put("LC_ALL", "C");
        try {
            return new PeerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean running() {
        return process.isAlive();
    }

    /** Stops the process as a machine does that hangs: it stays, and answers nothing. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    static int freeUdpPort() {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
