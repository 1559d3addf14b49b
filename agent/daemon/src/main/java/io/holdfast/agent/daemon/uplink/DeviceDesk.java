package io.holdfast.agent.daemon.uplink;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the uplink wants of whoever asks the devices of the rack. */
public interface DeviceDesk {

    /** Nobody asks any. */
    DeviceDesk NONE =
            new DeviceDesk() {
                @Override
                public void duties(FromCollector.Duties duties) {}

                @Override
                public void acknowledged(HostId device, Position position) {}

                @Override
                public void streamOpening() {}

                @Override
                public void streamOpened(Duration pollLease, long sentNanos) {}

                @Override
                public void heard(long sentNanos) {}

                @Override
                public Optional<Long> leaseEnds() {
                    return Optional.empty();
                }

                @Override
                public void tick() {}

                @Override
                public Optional<FromAgent> next() {
                    return Optional.empty();
                }
            };

    /** No device at all. */
    FromCollector.Duties NO_DUTIES = new FromCollector.Duties(0, List.of());

    /** All devices that are to be asked from now on. */
    void duties(FromCollector.Duties duties);

    /** The collector has all of a device up to this position. */
    void acknowledged(HostId device, Position position);

    /** A stream is about to be opened: what the last one allowed holds no more. */
    void streamOpening();

    /**
     * A new stream: what was said on the last one and not acknowledged has to be said again.
     *
     * @param pollLease for how long this agent may poll after it was heard; zero for ever
     * @param sentNanos when the message was sent that was heard
     */
    void streamOpened(Duration pollLease, long sentNanos);

    /** The collector has heard a message that was sent at this reading of the ticker. */
    void heard(long sentNanos);

    /** When {@link #tick} has to end the polling; empty where it need not. */
    Optional<Long> leaseEnds();

    /** Lets time do its work. */
    void tick();

    /** The next thing to say; it counts as said. */
    Optional<FromAgent> next();
}
