package io.holdfast.agent.daemon.schedule;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has probes look, each on a thread of its own, as the timetable says.
 *
 * <p>A probe that does not return keeps its own thread and nobody else's.
 */
public final class Poller implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private static final Silence SWITCHED_OFF =
            new Silence(
                    Silence.Cause.NOT_ASKED,
                    "switched off in the agent's configuration",
                    "below 'probes', set 'enabled: true' for it, and reload the agent");

    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore wake = new Semaphore(0);
    private final Map<String, Probe> probes = new HashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<String, Thread> looking = new HashMap<>();
    private final Set<String> hurried = new HashSet<>();
    private final Timetable timetable;
    private final InstantSource clock;
    private final Ticker ticker;
    private final ThreadFactory threads;
    private final Answers answers;

    public Poller(
            Timetable timetable,
            InstantSource clock,
            Ticker ticker,
            ThreadFactory threads,
            Answers answers) {
        this.timetable = timetable;
        this.clock = clock;
        this.ticker = ticker;
        this.threads = threads;
        this.answers = answers;
    }

    /** Adds a probe, or gives the one of that name another pace. */
    public void enter(Probe probe, Pace pace) {
        locked(
                () -> {
                    probes.putIfAbsent(probe.name(), probe);
                    paces.put(probe.name(), pace);
                    timetable.enter(probe.name(), pace, ticker.nanos());
                });
    }

    /**
     * Adds a probe, or gives the one of that name another pace, with its next look after a wait.
     */
    public void enter(Probe probe, Pace pace, Duration first) {
        locked(
                () -> {
                    probes.putIfAbsent(probe.name(), probe);
                    paces.put(probe.name(), pace);
                    long now = ticker.nanos();
                    timetable.enter(probe.name(), pace, now, now + first.toNanos());
                });
    }

    /** Takes a probe out, and ends its look under way. */
    public void dismiss(String probe) {
        strike(probe);
        locked(() -> Optional.ofNullable(looking.get(probe)).ifPresent(Thread::interrupt));
    }

    /**
     * Takes a probe out that the configuration switches off, and says so: what it told last does
     * not hold for ever.
     */
    public void switchOff(String probe) {
        dismiss(probe);
        missed(probe, SWITCHED_OFF);
    }

    /** Takes a probe out. */
    public void strike(String probe) {
        locked(
                () -> {
                    probes.remove(probe);
                    paces.remove(probe);
                    hurried.remove(probe);
                    timetable.strike(probe);
                });
    }

    /** Ends a look under way, whose answer is not wanted any more; the probe stays. */
    public void abandon(String probe) {
        locked(
                () -> {
                    if (timetable.abandon(probe)) {
                        Optional.ofNullable(looking.get(probe)).ifPresent(Thread::interrupt);
                    }
                });
    }

    /** Has a probe glance at once, or as soon as the look under way has ended. */
    public void lookNow(String probe) {
        locked(
                () -> {
                    hurried.add(probe);
                    timetable.lookNow(probe, ticker.nanos());
                });
    }

    /** How late the latest look began since this was asked last. */
    public Duration takeWorstLateness() {
        lock.lock();
        try {
            return timetable.takeWorstLateness();
        } finally {
            lock.unlock();
        }
    }

    /** Probes that were interrupted and have not returned. */
    public List<String> stuck() {
        lock.lock();
        try {
            return timetable.stuck();
        } finally {
            lock.unlock();
        }
    }

    /** Works until interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                work();
                await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is due now. */
    public void work() throws InterruptedException {
        Map<String, Duration> late = new HashMap<>();
        lock.lock();
        try {
            Timetable.Due due = timetable.due(ticker.nanos());
            for (String probe : due.interrupt()) {
                interrupt(probe);
                Optional.ofNullable(paces.get(probe)).ifPresent(p -> late.put(probe, p.deadline()));
            }
            due.start().forEach(this::start);
        } finally {
            lock.unlock();
        }
        for (Map.Entry<String, Duration> miss : late.entrySet()) {
            answers.missed(
                    miss.getKey(),
                    clock.instant(),
                    Silence.of(
                            Silence.Cause.TIMED_OUT,
                            "no answer within " + miss.getValue().toMillis() + " ms"));
        }
    }

    private void await() throws InterruptedException {
        Optional<Long> next;
        lock.lock();
        try {
            next = timetable.next();
        } finally {
            lock.unlock();
        }
        if (next.isPresent()) {
            wake.tryAcquire(next.get() - ticker.nanos(), TimeUnit.NANOSECONDS);
        } else {
            wake.acquire();
        }
        wake.drainPermits();
    }

    private void interrupt(String name) {
        LOG.warn("{} has not answered in time; it is interrupted and left alone", name);
        Optional.ofNullable(looking.get(name)).ifPresent(Thread::interrupt);
    }

    private void start(String name) {
        Probe probe = probes.get(name);
        if (probe != null) {
            boolean glance = hurried.remove(name);
            Thread thread = threads.newThread(() -> look(probe, glance));
            looking.put(name, thread);
            thread.start();
        }
    }

    private void look(Probe probe, boolean glance) {
        try {
            Survey survey = glance ? probe.glance() : probe.look();
            if (claim(probe.name())) {
                answers.survey(survey);
            }
        } catch (InterruptedException e) {
            // Either its deadline has passed, which was told already, or the agent ends.
            LOG.debug("{} was interrupted", probe.name());
        } catch (RuntimeException | LinkageError e) {
            // A bug of ours: the hardware is not to blame, and other probes go on.
            LOG.error("{} broke", probe.name(), e);
            if (claim(probe.name())) {
                missed(
                        probe.name(),
                        Silence.of(Silence.Cause.FAILED, "the probe itself broke: " + e));
            }
        } finally {
            ended(probe.name());
        }
    }

    private void missed(String probe, Silence why) {
        try {
            answers.missed(probe, clock.instant(), why);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean claim(String probe) {
        lock.lock();
        try {
            return timetable.claim(probe);
        } finally {
            lock.unlock();
        }
    }

    private void ended(String probe) {
        lock.lock();
        try {
            looking.remove(probe);
            timetable.ended(probe, ticker.nanos());
            wake.release();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable task) {
        lock.lock();
        try {
            task.run();
            wake.release();
        } finally {
            lock.unlock();
        }
    }
}
