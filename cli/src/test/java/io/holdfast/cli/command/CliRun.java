package io.holdfast.cli.command;

import io.holdfast.cli.terminal.Terminal;
import io.holdfast.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a command line came to.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record CliRun(int code, String out, String err) {

    static CliRun of(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Context context = context(environment, out, err);
        int code = HoldfastCommand.line(context).execute(arguments);
        return new CliRun(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Context context(
            Map<String, String> environment, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        ManualTime time = new ManualTime(Instant.parse("2026-03-01T12:00:00Z"));
        return new Context(
                environment,
                Terminal.NONE,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                time,
                time,
                duration -> {},
                SecureRandom::new,
                ZoneOffset.UTC,
                Optional.empty());
    }
}
