package io.holdfast.agent.devices.snmp;

import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops the polling of a device that has turned our credentials down: asking on would fill its log,
 * and lock the account on some.
 *
 * <p>Opens again after {@link #BACK_OFF} by the monotonic clock, or when it is made anew with other
 * credentials.
 */
public final class AuthenticationGuard {

    /** How long a device is left alone. */
    public static final Duration BACK_OFF = Duration.ofMinutes(15);

    private record Shut(Trouble trouble, Instant since, long opensNanos) {}

    private final Ticker ticker;
    private final InstantSource clock;
    private @Nullable Shut shut;

    public AuthenticationGuard(Ticker ticker, InstantSource clock) {
        this.ticker = ticker;
        this.clock = clock;
    }

    /** Why the device must not be asked now; empty where it may be. */
    public synchronized Optional<Trouble> closed() {
        Shut now = shut;
        if (now == null) {
            return Optional.empty();
        }
        long leftNanos = now.opensNanos() - ticker.nanos();
        if (leftNanos <= 0) {
            shut = null;
            return Optional.empty();
        }
        long minutes = 1 + Duration.ofNanos(leftNanos - 1).toMinutes();
        return Optional.of(
                new Trouble(
                        Trouble.Kind.BACKING_OFF,
                        "not asked: at "
                                + now.since().truncatedTo(ChronoUnit.SECONDS)
                                + " "
                                + now.trouble().detail()
                                + "; next try in "
                                + minutes
                                + " min"));
    }

    /** Takes note of trouble; shuts where it is about our credentials. */
    public synchronized void note(Trouble trouble) {
        if (trouble.authentication()) {
            shut = new Shut(trouble, clock.instant(), ticker.nanos() + BACK_OFF.toNanos());
        }
    }
}
