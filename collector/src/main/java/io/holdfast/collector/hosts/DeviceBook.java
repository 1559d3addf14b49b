package io.holdfast.collector.hosts;

import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.core.assignment.Duty;
import io.holdfast.core.assignment.Footing;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.wire.stream.DeviceDuty;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who asks a device and how it answers them; mutable and for one thread. */
final class DeviceBook {

    private final HostBook host;
    private final SortedMap<HostId, Reach> reaches = new TreeMap<>();
    private PolledDevice device;
    private Duty duty = Duty.NOBODY;
    private long epoch;
    private long round;
    private Optional<Long> doubtedNanos = Optional.empty();
    private Optional<Long> heldUntilNanos = Optional.empty();
    private SortedMap<HostId, Footing> decidedOn = new TreeMap<>();

    DeviceBook(PolledDevice device, HostBook host) {
        this.device = device;
        this.host = host;
        epoch = host.applied().incarnation();
    }

    HostId id() {
        return device.id();
    }

    PolledDevice device() {
        return device;
    }

    /** Takes other settings; where the device itself is another, nobody has reached it yet. */
    void device(PolledDevice next) {
        if (!next.access().equals(device.access()) || !next.login().equals(device.login())) {
            reaches.clear();
        }
        device = next;
        host.device(Optional.of(next.silentAfter()));
    }

    /** The book of what the device says. */
    HostBook host() {
        return host;
    }

    SortedMap<HostId, Reach> reaches() {
        return reaches;
    }

    Duty duty() {
        return duty;
    }

    /** Who asks from now on; another poller begins another epoch. */
    void duty(Duty next, long nowSeconds) {
        boolean other = next.poller().isPresent() && !next.poller().equals(duty.poller());
        if (other) {
            // Above all that any collector has ever given out, whatever was lost with one.
            long after = Math.max(epoch, host.applied().incarnation());
            epoch = Math.max(after + 1, nowSeconds);
        }
        if (!next.poller().equals(duty.poller())) {
            doubtedNanos = Optional.empty();
        }
        duty = next;
    }

    /**
     * Whether a decision has to be made: with the same candidates it would be the same again.
     *
     * @param candidates on which it will then have been made
     */
    boolean isOpen(SortedMap<HostId, Footing> candidates) {
        boolean open = !candidates.equals(decidedOn);
        decidedOn = candidates;
        return open;
    }

    /** An agent goes on with what an earlier collector told it. */
    void resume(HostId poller, long itsEpoch) {
        duty = new Duty(Optional.of(poller), Optional.empty());
        decidedOn = new TreeMap<>();
        epoch = itsEpoch;
    }

    long epoch() {
        return epoch;
    }

    /** Since when the poller gets no answer; others must answer for the device after that. */
    Optional<Long> doubtedNanos() {
        return doubtedNanos;
    }

    /** Until then an agent may poll it that is not to, so that nobody is told to. */
    void hold(long untilNanos) {
        if (heldUntilNanos.isEmpty()) {
            heldUntilNanos = Optional.of(untilNanos);
        }
    }

    /** Whether the hold is over with this moment. */
    boolean endHold(long nanos) {
        boolean over = heldUntilNanos.filter(until -> nanos - until >= 0).isPresent();
        if (over) {
            heldUntilNanos = Optional.empty();
        }
        return over;
    }

    /** The poller gets no answer: everybody else is to try at once. */
    void doubt(long nanos) {
        if (doubtedNanos.isEmpty()) {
            doubtedNanos = Optional.of(nanos);
            round++;
        }
    }

    void trust() {
        doubtedNanos = Optional.empty();
    }

    /** What an agent shall do; empty where the device cannot be asked. */
    Optional<DeviceDuty> dutyOf(HostId agent) {
        DeviceDuty.Role role =
                duty.isPolledBy(agent)
                        ? heldUntilNanos.isEmpty() ? DeviceDuty.Role.POLL : DeviceDuty.Role.STAND_BY
                        : duty.isStoodInBy(agent) ? DeviceDuty.Role.STAND_BY : DeviceDuty.Role.TRY;
        // Only a poller need know the epoch: others are not bothered when it rises.
        long its = role == DeviceDuty.Role.POLL ? epoch : 0;
        return device.assignment().map(what -> new DeviceDuty(role, its, round, what));
    }

    /** Why it does not answer, in plain words; empty where it does. */
    Optional<Silence> error() {
        if (device.trouble().isPresent()) {
            return device.trouble();
        }
        if (duty.poller().isPresent()) {
            return duty.poller()
                    .flatMap(agent -> Optional.ofNullable(reaches.get(agent)))
                    .flatMap(Reach::error);
        }
        Optional<Silence> first =
                reaches.values().stream().flatMap(r -> r.error().stream()).findFirst();
        return Optional.of(
                first.map(
                                error ->
                                        new Silence(
                                                error.cause(),
                                                "no agent reaches it; one says: " + error.detail(),
                                                error.remedy()))
                        .orElseGet(
                                () ->
                                        new Silence(
                                                Silence.Cause.NOT_ASKED,
                                                "no agent that may ask it is heard",
                                                "see `holdfast agents`, and agents and labels in"
                                                        + " the collector's racks")));
    }

    Duration lateness() {
        return duty.poller()
                .flatMap(agent -> Optional.ofNullable(reaches.get(agent)))
                .map(Reach::lateness)
                .orElse(Duration.ZERO);
    }
}
