package io.holdfast.collector.peer;

import io.holdfast.collector.Collector;
import io.holdfast.collector.Means;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.collector.LimitSettings;
import io.holdfast.config.collector.ListenSettings;
import io.holdfast.config.collector.RetentionSettings;
import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.value.LogLevel;
import io.holdfast.core.topology.Declared;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A whole collector in this process, on ports of its own choice. */
public final class Running {

    private Running() {}

    public static Collector in(Path directory) {
        return in(directory, LimitSettings.NORMAL);
    }

    public static Collector in(Path directory, LimitSettings limits) {
        Means means =
                new Means(
                        InstantSource.system(),
                        System::nanoTime,
                        Thread::sleep,
                        new SecureRandom(),
                        Thread.ofPlatform().daemon().factory(),
                        Thread.ofVirtual().factory(),
                        why -> {
                            throw new AssertionError(why);
                        });
        return new Collector(settings(directory, limits), means);
    }

    public static CollectorSettings settings(Path directory, LimitSettings limits) {
        HostPort any = new HostPort("127.0.0.1", 0);
        return new CollectorSettings(
                new ListenSettings(any, any, directory.resolve("c.sock")),
                directory.resolve("state"),
                List.of("127.0.0.1"),
                RetentionSettings.NORMAL,
                5,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                limits,
                RackSettings.NONE,
                Declared.NOTHING,
                LogLevel.INFO);
    }
}
