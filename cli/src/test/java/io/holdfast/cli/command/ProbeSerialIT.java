package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.terminal.Terminal;
import io.holdfast.testkit.PtyDevice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, from its arguments to its exit code, with a UPS at a pseudo terminal. */
class ProbeSerialIT {

    private static final String ON_LINE = "(230.0 230.0 230.1 023 50.0 27.4 25.0 00001000\r";
    private static final String ON_BATTERY = "(000.0 000.0 230.1 045 50.0 21.1 27.0 10001000\r";

    @TempDir private Path folder;
    private final AtomicReference<String> answer = new AtomicReference<>(ON_LINE);

    private PtyDevice ups() {
        return new PtyDevice(
                folder.resolve("ttyUPS"),
                (soFar, pty) -> {
                    String asked = new String(soFar, StandardCharsets.US_ASCII);
                    if (asked.contains("Q1\r")) {
                        pty.write(String.valueOf(answer.get()).getBytes(StandardCharsets.US_ASCII));
                    }
                    return asked.endsWith("\r") ? soFar.length : 0;
                });
    }

    private static CliRun run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Context context =
                new Context(
                        Map.of(),
                        Terminal.NONE,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        InstantSource.system(),
                        System::nanoTime,
                        duration -> {},
                        SecureRandom::new,
                        ZoneOffset.UTC,
                        Optional.empty());
        int code = HoldfastCommand.line(context).execute(arguments);
        return new CliRun(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aUpsThatGoesOnBatteryIsSeenInTheNextProbe() {
        try (PtyDevice ups = ups()) {
            String[] probe = {
                "probe", "serial", ups.link().toString(), "--driver", "megatec", "--format", "json"
            };
            CliRun before = run(probe);
            assertThat(before.err()).isEmpty();
            assertThat(before.code()).isZero();
            assertThat(before.out()).contains("\"redundancy\" : \"full\"");
            answer.set(ON_BATTERY);
            CliRun after = run(probe);
            assertThat(after.code()).isEqualTo(2);
            assertThat(after.out())
                    .contains("\"redundancy\" : \"none\"")
                    .contains("\"spares\" : 0")
                    .contains("\"key\" : \"Q1\"");
        }
    }
}
