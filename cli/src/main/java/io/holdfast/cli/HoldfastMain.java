package io.holdfast.cli;

import io.holdfast.cli.command.Context;
import io.holdfast.cli.command.HoldfastCommand;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.wire.api.Status;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Wires the command to the process that it runs in. */
public final class HoldfastMain {

    private HoldfastMain() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Output output = new Output(new FileOutputStream(FileDescriptor.out));
        PrintStream out = utf8(output);
        PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
        Context context =
                new Context(
                        environment(),
                        terminal(),
                        out,
                        err,
                        InstantSource.system(),
                        System::nanoTime,
                        Thread::sleep,
                        SecureRandom::new,
                        ZoneId.systemDefault(),
                        installation());
        if (arguments.length > 0 && arguments[0].equals("up")) {
            endWithTheLauncher();
        }
        int code;
        try {
            code = HoldfastCommand.line(context).execute(arguments);
        } catch (Error e) {
            // picocli passes errors on, and the JVM would then end with 1: a warning.
            err.println("holdfast: this is a bug in holdfast itself: " + e);
            code = Status.UNKNOWN.exitCode();
        }
        if (out.checkError()) {
            // A report that nobody could read is no verdict.
            code = Status.UNKNOWN.exitCode();
            if (!output.readerGone()) {
                err.println(
                        "holdfast: the output was lost: " + output.loss().orElse("unknown why"));
            }
        }
        err.flush();
        System.exit(told(code));
    }

    /**
     * The exit code that the launcher takes for this one: a JVM that cannot start ends with 1 too,
     * so the launcher has us say our own 1 otherwise.
     */
    private static int told(int code) {
        return code == Status.WARNING.exitCode()
                ? Integer.getInteger("holdfast.warning", code)
                : code;
    }

    /** A launcher that is killed can pass on no signal: what it started must not outlive it. */
    private static void endWithTheLauncher() {
        Optional.ofNullable(Long.getLong("holdfast.launcher"))
                .flatMap(ProcessHandle::of)
                .ifPresent(
                        launcher -> {
                            var _ =
                                    launcher.onExit()
                                            .thenRun(() -> System.exit(Status.UNKNOWN.exitCode()));
                        });
    }

    /** What the launcher knows of the terminal: asking for it here would cost a native call. */
    private static Terminal terminal() {
        Optional<Integer> columns =
                Optional.of(Integer.getInteger("holdfast.columns", 0)).filter(n -> n > 0);
        return Terminal.of(System.getenv(), columns.isPresent(), columns);
    }

    private static Optional<Context.Installation> installation() {
        String run = System.getProperty("holdfast.run", "");
        String flags = System.getProperty("holdfast.flags", "");
        if (run.isEmpty() || flags.isEmpty()) {
            return Optional.empty();
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Optional.of(new Context.Installation(Path.of(run), Path.of(flags), java));
    }

    /** Whatever the locale says, we write UTF-8: what reads us must not depend on it. */
    private static PrintStream utf8(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /**
     * The environment; a home that it lacks, or has wrong, is what the system's users list says.
     */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        String home = environment.getOrDefault("HOME", "");
        if (!home.startsWith("/")) {
            environment.put("HOME", System.getProperty("user.home", ""));
        }
        return Map.copyOf(environment);
    }
}
