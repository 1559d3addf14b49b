package io.holdfast.agent.devices.linux.storage;

import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that takes long to get, asked for now and then on a thread of its own and kept with the
 * moment it came.
 *
 * <p>At most one question is under way. Whoever looks takes what is known and never waits, but for
 * {@link #awaitFirst} at the start. Safe for any thread.
 */
final class Kept<T> {

    /** An answer and when it came. */
    record Known<T>(T value, Instant at) {}

    /** The question, which must end by itself. */
    @FunctionalInterface
    interface Question<T> {

        /**
         * Asks.
         *
         * @param before the answer before, if any
         */
        T ask(Optional<T> before) throws InterruptedException;
    }

    private final InstantSource clock;
    private final Ticker ticker;
    private final Duration interval;
    private final Question<T> question;
    private @Nullable Thread asking;
    private @Nullable Known<T> known;
    private long askedNanos;

    Kept(InstantSource clock, Ticker ticker, Duration interval, Question<T> question) {
        this.clock = clock;
        this.ticker = ticker;
        this.interval = interval;
        this.question = question;
    }

    /** Asks if the interval has passed since the last question and none is under way. */
    synchronized void refreshIfDue() {
        boolean under = asking != null && asking.isAlive();
        boolean due = asking == null || ticker.nanos() - askedNanos >= interval.toNanos();
        if (under || !due) {
            return;
        }
        askedNanos = ticker.nanos();
        asking = Thread.ofVirtual().start(this::ask);
    }

    private void ask() {
        try {
            T value = question.ask(latest().map(Known::value));
            Known<T> answer = new Known<>(value, clock.instant());
            synchronized (this) {
                known = answer;
            }
        } catch (InterruptedException e) {
            // Nobody waits for this thread: the answer before stays.
            Thread.currentThread().interrupt();
        }
    }

    /** The last answer; empty while there has been none. */
    synchronized Optional<Known<T>> latest() {
        return Optional.ofNullable(known);
    }

    /** Waits for the first answer; at once where there has been one or none is under way. */
    void awaitFirst(Duration most) throws InterruptedException {
        Thread thread;
        synchronized (this) {
            thread = known == null ? asking : null;
        }
        if (thread != null && most.isPositive()) {
            thread.join(most);
        }
    }
}
