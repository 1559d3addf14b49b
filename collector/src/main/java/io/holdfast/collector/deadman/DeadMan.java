package io.holdfast.collector.deadman;

import io.holdfast.collector.store.Pause;
import io.holdfast.config.collector.DeadManSettings;
import io.holdfast.core.time.Ticker;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ping outward, at work: one thread that fetches an address again and again, so that whoever is
 * asked there notices when it ends.
 *
 * <p>While the collector is not well it is silent on purpose, for then nothing else of it may reach
 * anybody. The whole address is told to nobody: it often is the only secret of the watcher.
 */
public final class DeadMan implements AutoCloseable {

    private static final String NAME = "dead-man";
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(DeadMan.class);

    private final DeadManSettings settings;
    private final Means means;
    private final Fetch fetch;
    private final String host;
    private final Thread thread;
    private volatile Standing standing = Standing.FRESH;
    private long dueNanos;

    /**
     * The means of the ping.
     *
     * @param well whether the collector can do its work now
     * @param threads makes the one thread
     */
    public record Means(
            BooleanSupplier well,
            Pause pause,
            InstantSource clock,
            Ticker ticker,
            ThreadFactory threads) {}

    /**
     * How the pings went.
     *
     * @param held whether they are held back
     * @param failures how many failed since the last success
     * @param trouble of the last one
     * @param lastSuccess when the last one worked
     */
    private record Standing(
            boolean held, int failures, Optional<String> trouble, Optional<Instant> lastSuccess) {

        static final Standing FRESH = new Standing(false, 0, Optional.empty(), Optional.empty());
    }

    DeadMan(Means means, DeadManSettings settings, Fetch fetch) {
        this.means = means;
        this.settings = settings;
        this.fetch = fetch;
        host = Optional.ofNullable(settings.url().getHost()).orElse("its host");
        thread = means.threads().newThread(this::run);
        thread.setName(NAME);
        dueNanos = means.ticker().nanos();
    }

    /** Starts it; the first ping goes out at once. */
    public static DeadMan start(Means means, DeadManSettings settings) {
        DeadMan started = new DeadMan(means, settings, new WebFetch());
        started.thread.start();
        return started;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                means.pause().pause(TICK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pings if it is time to and the collector is well; a ping held back goes out once it is. */
    void step() throws InterruptedException {
        long now = means.ticker().nanos();
        if (now - dueNanos < 0) {
            return;
        }
        Standing before = standing;
        if (!means.well().getAsBoolean()) {
            if (!before.held()) {
                log.warn("no ping to {} while the store cannot be written", host);
            }
            standing =
                    new Standing(true, before.failures(), before.trouble(), before.lastSuccess());
            return;
        }
        dueNanos = now + settings.every().toNanos();
        Optional<String> trouble = fetch.fetch(settings.url(), patience());
        trouble.ifPresentOrElse(why -> failed(before, why), () -> worked(before));
    }

    private Duration patience() {
        Duration every = settings.every();
        return every.compareTo(LONGEST_FETCH) < 0 ? every : LONGEST_FETCH;
    }

    private void failed(Standing before, String why) {
        if (!before.trouble().equals(Optional.of(why))) {
            log.warn("the ping to {} failed: {}", host, why);
        }
        standing =
                new Standing(false, before.failures() + 1, Optional.of(why), before.lastSuccess());
    }

    private void worked(Standing before) {
        if (before.trouble().isPresent() || before.held()) {
            log.info("the ping to {} works again", host);
        }
        standing = new Standing(false, 0, Optional.empty(), Optional.of(means.clock().instant()));
    }

    /** How many pings failed since the last that worked. */
    public int failures() {
        return standing.failures();
    }

    /** When the last ping worked; empty before the first. */
    public Optional<Instant> lastSuccess() {
        return standing.lastSuccess();
    }

    /** How it does, as a check of the collector's health. */
    public CollectorHealth.Check check() {
        Standing now = standing;
        String last =
                now.lastSuccess()
                        .map(
                                at ->
                                        "the last that worked was at "
                                                + at.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("none has worked yet");
        if (now.held()) {
            return new CollectorHealth.Check(
                    NAME,
                    Status.WARNING,
                    "pings to " + host + " are held back: the store cannot be written; " + last,
                    "see the check of the store");
        }
        return now.trouble()
                .map(
                        why ->
                                new CollectorHealth.Check(
                                        NAME,
                                        Status.WARNING,
                                        pings(now.failures()) + " failed: " + why + "; " + last,
                                        "check collector.dead-man.url, and that this machine"
                                                + " reaches "
                                                + host))
                .orElseGet(
                        () ->
                                new CollectorHealth.Check(
                                        NAME, Status.OK, "pings to " + host + ", " + last, ""));
    }

    private String pings(int failures) {
        return failures == 1
                ? "the last ping to " + host
                : "the last " + failures + " pings to " + host;
    }

    /** The check of a collector that pings nobody. */
    public static CollectorHealth.Check notConfigured() {
        return new CollectorHealth.Check(
                NAME, Status.OK, "not configured: nobody outside notices when this ends", "");
    }

    /** Ends it, and a fetch under way. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fetch.close();
    }
}
