package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A driver's probe under a name of its own in the timetable; closed after its last look. */
final class DeviceProbe implements Probe {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceProbe.class);

    private final String name;
    private final Probe driver;
    private final Ticker ticker;
    private final BooleanSupplier allowed;
    private Optional<Long> startedNanos = Optional.empty();
    private Optional<Duration> expected = Optional.empty();
    private Duration lateness = Duration.ZERO;
    private boolean newPace;
    private boolean looking;
    private boolean dropped;

    /**
     * @param allowed whether a look may begin now; asked at each
     */
    DeviceProbe(String name, Probe driver, Ticker ticker, BooleanSupplier allowed) {
        this.name = name;
        this.driver = driver;
        this.ticker = ticker;
        this.allowed = allowed;
    }

    @Override
    public String name() {
        return name;
    }

    /** The name under which the device's components are listed. */
    String driverName() {
        return driver.name();
    }

    /** From the next look on, looks are expected this far apart. */
    synchronized void expectEvery(Duration every) {
        newPace = true;
        expected = Optional.of(every);
    }

    /** By how much the last look began too late. */
    synchronized Duration lateness() {
        return lateness;
    }

    /** When the last look began, as a reading of the ticker. */
    synchronized Optional<Long> startedNanos() {
        return startedNanos;
    }

    @Override
    public Survey look() throws InterruptedException {
        if (!allowed.getAsBoolean()) {
            throw new InterruptedException(name + " is not to be asked now");
        }
        begin();
        try {
            Survey seen = driver.look();
            return new Survey(
                    name,
                    seen.at(),
                    seen.complete(),
                    seen.components(),
                    seen.observations(),
                    seen.groups(),
                    seen.unseen());
        } finally {
            end();
        }
    }

    /** No look will begin any more. */
    synchronized void drop() {
        dropped = true;
        if (!looking) {
            close();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (dropped || looking) {
            throw new InterruptedException(name + " is not to be asked");
        }
        looking = true;
        long now = ticker.nanos();
        // Between two paces nothing can be late.
        Optional<Long> before = newPace ? Optional.empty() : startedNanos;
        newPace = false;
        lateness =
                expected.flatMap(
                                every ->
                                        before.map(b -> Duration.ofNanos(now - b).minus(every))
                                                .filter(Duration::isPositive))
                        .orElse(Duration.ZERO);
        startedNanos = Optional.of(now);
    }

    private synchronized void end() {
        looking = false;
        if (dropped) {
            close();
        }
    }

    private void close() {
        if (driver instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("{} does not close: {}", name, e.toString());
            }
        }
    }
}
