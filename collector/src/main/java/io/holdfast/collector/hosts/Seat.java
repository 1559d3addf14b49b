package io.holdfast.collector.hosts;

import io.holdfast.core.assignment.Steadiness;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.stream.FromCollector;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An agent that can poll devices; mutable and for one thread. */
final class Seat {

    private final HostId agent;
    private final SortedSet<HostId> admitted = new TreeSet<>();
    private SortedMap<String, String> labels = new TreeMap<>();
    private Optional<AgentLink> link = Optional.empty();
    private Optional<Long> leftNanos = Optional.empty();
    private Steadiness steadiness;
    private Optional<List<DeviceDuty>> told = Optional.empty();
    private long revision;
    private boolean stale = true;

    Seat(HostId agent, Steadiness steadiness) {
        this.agent = agent;
        this.steadiness = steadiness;
    }

    /** A stream was opened, on which nothing was told yet. */
    void connected(AgentLink by, SortedMap<String, String> itsLabels) {
        link = Optional.of(by);
        labels = itsLabels;
        leftNanos = Optional.empty();
        told = Optional.empty();
        stale = true;
        revision = 0;
    }

    void disconnected(long nanos) {
        link = Optional.empty();
        leftNanos = Optional.of(nanos);
    }

    /** Something has changed of what it is to do with a device. */
    void touched(HostId device) {
        stale |= admitted.contains(device);
    }

    /** It may ask a device from now on, or may not any more. */
    void admit(HostId device, boolean may) {
        stale |= may ? admitted.add(device) : admitted.remove(device);
    }

    /** Whether it may have to be told of other duties; asked once. */
    boolean takeStale() {
        boolean was = stale;
        stale = false;
        return was;
    }

    /** Tells the agent its duties, if they are others than it was told. */
    void tell(List<DeviceDuty> duties) {
        if (link.isPresent() && !told.equals(Optional.of(duties))) {
            revision++;
            told = Optional.of(List.copyOf(duties));
            link.get().assign(new FromCollector.Duties(revision, duties));
        }
    }

    HostId agent() {
        return agent;
    }

    SortedMap<String, String> labels() {
        return Collections.unmodifiableSortedMap(labels);
    }

    /** The devices that it may ask. */
    SortedSet<HostId> admitted() {
        return Collections.unmodifiableSortedSet(admitted);
    }

    /** When its stream ended; empty while it has one. */
    Optional<Long> leftNanos() {
        return leftNanos;
    }

    Steadiness steadiness() {
        return steadiness;
    }

    void steadiness(Steadiness now) {
        steadiness = now;
    }
}
