package io.holdfast.agent.devices.serial;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.serial.Driver.Asked;
import io.holdfast.agent.devices.serial.Driver.Outcome;
import io.holdfast.agent.devices.serial.line.Exchange;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.serial.line.Line;
import io.holdfast.agent.devices.serial.line.Opened;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Looks at the device on one serial line. Keeps the line open between looks, and opens it anew when
 * the device went and came back.
 *
 * <p>Native reads would pin the carrier of a virtual thread, so a look that is asked for on one is
 * made on a platform thread of its own, which never outlives the look.
 */
public final class SerialProbe implements Probe, AutoCloseable {

    /** A device that came back is tried once more in the same look. */
    private static final int MOST_OPENINGS = 2;

    private final HostId host;
    private final HeldLine line;
    private final Driver driver;
    private final InstantSource clock;
    private final Ticker ticker;

    public SerialProbe(
            HostId host, HeldLine line, Driver driver, InstantSource clock, Ticker ticker) {
        this.host = host;
        this.line = line;
        this.driver = driver;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public String name() {
        return "serial." + driver.word();
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        return Thread.currentThread().isVirtual() ? onPlatformThread() : lookHere();
    }

    private Survey lookHere() throws InterruptedException {
        Silence why = Silence.of(Silence.Cause.FAILED, line.device() + " was not asked");
        for (int i = 0; i < MOST_OPENINGS; i++) {
            switch (line.get()) {
                case Opened.Refused(Silence refusal) -> {
                    return blind(refusal);
                }
                case Opened.Open(Line open) -> {
                    switch (talk(open)) {
                        case Outcome.Seen(Survey survey) -> {
                            return survey;
                        }
                        case Outcome.Unheard(Silence silence) -> {
                            return blind(silence);
                        }
                        case Outcome.Broken(Silence broken) -> {
                            line.drop();
                            why = broken;
                        }
                    }
                }
            }
        }
        return blind(why);
    }

    private Outcome talk(Line open) throws InterruptedException {
        Asked asked = new Asked(name(), host, line.device(), clock.instant());
        return driver.talk(new Exchange(open, ticker), asked);
    }

    private Survey onPlatformThread() throws InterruptedException {
        FutureTask<Survey> look = new FutureTask<>(this::lookHere);
        Thread worker = Thread.ofPlatform().daemon().name(name() + " " + line.device()).start(look);
        try {
            return look.get();
        } catch (InterruptedException e) {
            worker.interrupt();
            worker.join();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the look itself failed", e.getCause());
        }
    }

    private Survey blind(Silence why) {
        return Survey.blind(name(), clock.instant(), new Unseen(line.device(), why));
    }

    @Override
    public synchronized void close() {
        line.close();
    }
}
