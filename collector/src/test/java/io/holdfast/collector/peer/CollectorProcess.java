package io.holdfast.collector.peer;

import io.holdfast.collector.CollectorMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts collectors in processes of their own, which end with their standard input. */
public final class CollectorProcess {

    private CollectorProcess() {}

    /**
     * Starts one with this test's classes.
     *
     * @param errors where its log goes
     */
    public static Process start(Path config, ProcessBuilder.Redirect errors) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CollectorMain.class.getName(),
                                "--config",
                                config.toString(),
                                "--parent-pipe"))
                .redirectError(errors)
                .start();
    }
}
