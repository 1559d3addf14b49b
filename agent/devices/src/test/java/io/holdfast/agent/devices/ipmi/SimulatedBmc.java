package io.holdfast.agent.devices.ipmi;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A BMC served by OpenIPMI's simulator, through {@code lab/ipmi/simulate}. */
final class SimulatedBmc implements AutoCloseable {

    private static final int QUIET_MILLIS = 300;

    private final Process process;
    private final Path state;
    private final int port;
    private final int console;

    private SimulatedBmc(Process process, Path state, int port, int console) {
        this.process = process;
        this.state = state;
        this.port = port;
        this.console = console;
    }

    /**
     * Our own server, or the captured one of this file; skips the test where there is no simulator.
     */
    static SimulatedBmc start(Path state, Optional<Path> recorded) throws IOException {
        boolean there = onPath("ipmi_sim") && onPath("python3");
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(
                    "expected ipmi_sim (package openipmi) and python3, found none");
        }
        Assumptions.assumeTrue(there, "no ipmi_sim (package openipmi) or no python3 here");
        List<String> command = new ArrayList<>();
        command.add(script().toString());
        command.addAll(List.of("--state", state.toString()));
        recorded.ifPresent(file -> command.addAll(List.of("--recorded", file.toString())));
        Process process =
                new ProcessBuilder(command).redirectError(state.resolve("errors").toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = Objects.requireNonNullElse(out.readLine(), "");
        if (!(JsonRead.of(line) instanceof JsonRead.Good(Json ports))) {
            throw new AssertionError(
                    "the simulator did not start: " + Files.readString(state.resolve("errors")));
        }
        return new SimulatedBmc(process, state, number(ports, "port"), number(ports, "console"));
    }

    private static int number(Json json, String key) {
        return (int) json.at(key).whole().orElseThrow();
    }

    int port() {
        return port;
    }

    /** The orders that its chassis was given. */
    String orders() throws IOException {
        return Files.readString(state.resolve("orders"));
    }

    /** Types commands at the simulator's console, and waits until it has done them. */
    void type(String... commands) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console)) {
            socket.setSoTimeout(QUIET_MILLIS);
            for (String command : commands) {
                socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
                drain(socket.getInputStream());
            }
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[4096];
        try {
            while (in.read(buffer) >= 0) {
                // Its prompt and echo.
            }
        } catch (SocketTimeoutException e) {
            // It has said all.
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path script() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path script = at.resolve("lab/ipmi/simulate");
            if (Files.exists(script)) {
                return script;
            }
        }
        throw new AssertionError("no lab/ipmi/simulate above the working folder");
    }

    @Override
    public void close() throws IOException {
        // Its input ends, and so does it.
        process.getOutputStream().close();
        try {
            if (!process.waitFor(Duration.ofSeconds(10))) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
