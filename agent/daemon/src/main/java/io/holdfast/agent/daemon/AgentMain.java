package io.holdfast.agent.daemon;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.config.agent.AgentConfig;
import io.holdfast.config.agent.AgentSettings;
import io.holdfast.config.supervisor.HangUp;
import io.holdfast.config.supervisor.Supervisor;
import io.holdfast.config.supervisor.Systemd;
import io.holdfast.config.yaml.Loaded;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The agent as a process: reads its configuration, runs, reloads on SIGHUP, ends on SIGTERM and
 * SIGINT.
 */
public final class AgentMain {

    /** Misused or misconfigured, as every command of Holdfast says it. */
    private static final int UNUSABLE = 3;

    /** How long an orderly end may take; the units give the process 20 s. */
    private static final Duration ENDING = Duration.ofSeconds(15);

    private AgentMain() {}

    public static void main(String[] arguments) {
        Optional<AgentOptions> options = AgentOptions.parse(List.of(arguments));
        if (options.isEmpty()) {
            System.err.print(AgentOptions.USAGE);
            System.exit(UNUSABLE);
        }
        System.exit(run(options.get()));
    }

    private static int run(AgentOptions options) {
        String hostname = hostname();
        return switch (AgentConfig.load(options.config(), hostname)) {
            case Loaded.Bad<AgentSettings> bad -> {
                System.err.println(bad.text());
                yield UNUSABLE;
            }
            case Loaded.Good<AgentSettings>(AgentSettings settings) -> {
                // Before any class with a logger is loaded.
                Logging.set(settings.logLevel(), System.getenv());
                yield run(options, hostname, settings);
            }
        };
    }

    private static int run(AgentOptions options, String hostname, AgentSettings settings) {
        Wishes wishes = new Wishes();
        HangUp.handle(wishes::reload);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endOrderly(wishes, ended), "end"));
        if (options.parentPipe()) {
            Thread.ofPlatform().daemon().name("parent").start(() -> awaitEnd(wishes));
        }
        Supervisor supervisor = Systemd.of(System.getenv(), ProcessHandle.current().pid());
        Means means = means();
        try (AgentProcess process =
                new AgentProcess(settings, System.getenv(), supervisor, means)) {
            process.start();
            while (wishes.next() == Wishes.Wish.RELOAD) {
                supervisor.reloading(means.ticker().nanos());
                process.reload(AgentConfig.load(options.config(), hostname));
            }
            return 0;
        } catch (IOException e) {
            System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return UNUSABLE;
        } catch (InterruptedException e) {
            return 0;
        } finally {
            ended.countDown();
        }
    }

    /** On SIGTERM and SIGINT the JVM waits for this. */
    private static void endOrderly(Wishes wishes, CountDownLatch ended) {
        wishes.stop();
        try {
            if (!ended.await(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("the agent does not end; it is cut off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Wishes wishes) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("the parent's pipe broke: " + e.getMessage());
        }
        wishes.stop();
    }

    private static Means means() {
        SecureRandom secrets = new SecureRandom();
        return new Means(
                Clock.systemUTC(),
                System::nanoTime,
                Thread::sleep,
                new SplittableRandom(secrets.nextLong()),
                secrets,
                Thread.ofVirtual().factory(),
                Thread.ofPlatform().daemon().factory());
    }

    private static String hostname() {
        String name = SysTree.live().text("/proc/sys/kernel/hostname").orElse("").strip();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
