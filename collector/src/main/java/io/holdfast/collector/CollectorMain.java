package io.holdfast.collector;

import io.holdfast.collector.backup.Restore;
import io.holdfast.collector.backup.Restored;
import io.holdfast.collector.calendar.BackupDay;
import io.holdfast.collector.calendar.Calendar;
import io.holdfast.collector.log.LogSetup;
import io.holdfast.collector.store.StoreException;
import io.holdfast.config.collector.CollectorConfig;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.collector.ListenSettings;
import io.holdfast.config.supervisor.HangUp;
import io.holdfast.config.supervisor.Supervisor;
import io.holdfast.config.supervisor.Systemd;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problem;
import io.holdfast.mibs.line.LineFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a collector until it is asked to end.
 *
 * <p>Exit codes: 0 asked to end, 3 could not start or run. On standard output one line {@code ready
 * agents=HOST:PORT ...} when agents are served; everything else goes to standard error.
 */
public final class CollectorMain {

    private static final Logger log = LoggerFactory.getLogger(CollectorMain.class);

    private static final int FAILED = 3;
    private static final int FATAL = 70;
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int MINUTE_OF_RETENTION = 17;

    private final Arguments arguments;
    private final Supervisor supervisor;
    private final CountDownLatch over = new CountDownLatch(1);

    private CollectorMain(Arguments arguments, Supervisor supervisor) {
        this.arguments = arguments;
        this.supervisor = supervisor;
    }

    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.of(List.of(args));
            CollectorSettings settings = load(arguments.config());
            LogSetup.level(settings.logLevel());
            if (arguments.restore().isPresent()) {
                Path backup = arguments.restore().get();
                Restored restored =
                        Restore.restore(
                                backup,
                                settings.stateDirectory(),
                                arguments.force(),
                                InstantSource.system().instant());
                System.out.print(restored.text());
                System.out.flush();
                System.err.print(restored.warning());
                return;
            }
            Supervisor supervisor = Systemd.of(System.getenv(), ProcessHandle.current().pid());
            new CollectorMain(arguments, supervisor).run(settings);
        } catch (IllegalArgumentException | StoreException e) {
            System.err.println("collector: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private void run(CollectorSettings settings) {
        Means means = means();
        try (Collector collector = new Collector(settings, means);
                Front front = Front.open(settings, collector, means);
                Calendar calendar = Calendar.start(Thread.ofVirtual().factory())) {
            ScheduledExecutorService ticks =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name("tick").daemon().factory());
            var _ =
                    ticks.scheduleAtFixedRate(
                            () -> collector.tick(supervisor::alive),
                            TICK.toMillis(),
                            TICK.toMillis(),
                            TimeUnit.MILLISECONDS);
            calendar.hourly("hourly work", MINUTE_OF_RETENTION, collector::hourly);
            BackupDay backup = new BackupDay(calendar, collector::dailyBackup);
            backup.follow(settings.backup());
            endWhenAsked(() -> reload(settings, collector, front, backup));
            say(settings.listen(), collector.agentsPort(), front.port());
            supervisor.ready("serves agents on port " + collector.agentsPort());
            over.await();
            supervisor.stopping();
            ticks.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one line on standard output that says where we can be reached. */
    private static void say(ListenSettings listen, int agentsPort, int apiPort) {
        System.out.println(
                "ready agents="
                        + new HostPort(listen.agents().host(), agentsPort)
                        + " api="
                        + new HostPort(listen.api().host(), apiPort)
                        + " socket="
                        + listen.socket());
        System.out.flush();
    }

    private void endWhenAsked(Runnable reload) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(
                                        () -> {
                                            over.countDown();
                                            join(main);
                                        }));
        HangUp.handle(reload);
        if (arguments.parentPipe()) {
            Thread.ofPlatform().name("parent").daemon().start(() -> awaitEnd(System.in));
        }
    }

    private void awaitEnd(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // The parent says nothing; its end is what we wait for.
            }
        } catch (IOException e) {
            log.debug("the parent's pipe broke: {}", e.getMessage());
        }
        over.countDown();
    }

    private void reload(
            CollectorSettings started, Collector collector, Front front, BackupDay backup) {
        supervisor.reloading(System.nanoTime());
        try {
            CollectorSettings next = load(arguments.config());
            LogSetup.level(next.logLevel());
            List<String> later = NextStart.keys(started, next);
            if (!later.isEmpty()) {
                log.warn("need a restart to take effect: {}", String.join(", ", later));
            }
            collector.reload(next);
            front.reload(next);
            backup.follow(next.backup());
            log.info("settings read again from {}", arguments.config());
        } catch (StoreException e) {
            log.error("the settings stay as they were:\n{}", e.getMessage());
        }
        supervisor.ready("settings read again");
    }

    private static CollectorSettings load(Path file) {
        return switch (CollectorConfig.load(file)) {
            case Loaded.Good<CollectorSettings>(CollectorSettings settings) -> {
                // What describes a device on a serial line stands in a file of its own.
                List<Problem> problems =
                        settings.racks().devices().values().stream()
                                .flatMap(device -> LineFormats.problems(device.access()).stream())
                                .distinct()
                                .toList();
                if (!problems.isEmpty()) {
                    throw new StoreException(
                            "the settings are wrong:\n"
                                    + new Loaded.Bad<CollectorSettings>(problems).text());
                }
                yield settings;
            }
            case Loaded.Bad<CollectorSettings> bad ->
                    throw new StoreException("the settings are wrong:\n" + bad.text());
        };
    }

    private static Means means() {
        ThreadFactory platform =
                Thread.ofPlatform()
                        .daemon()
                        .uncaughtExceptionHandler(
                                (thread, e) -> fatal(thread.getName() + " died of " + e))
                        .factory();
        return new Means(
                InstantSource.system(),
                System::nanoTime,
                Thread::sleep,
                new SecureRandom(),
                platform,
                Thread.ofVirtual().factory(),
                CollectorMain::fatal);
    }

    /** Ends at once: what is on disk is right, and the supervisor starts us anew from there. */
    private static void fatal(String why) {
        log.error("ending: {}", why);
        Runtime.getRuntime().halt(FATAL);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
