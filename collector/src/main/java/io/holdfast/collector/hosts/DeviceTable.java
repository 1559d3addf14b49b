package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.core.assignment.Assigning;
import io.holdfast.core.assignment.Duty;
import io.holdfast.core.assignment.Footing;
import io.holdfast.core.assignment.Steadiness;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.stream.Capabilities;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.stream.DeviceStatus;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.WireLimits;
import io.holdfast.wire.tls.CollectorChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who polls which device: shares them out over the agents that reach them, and moves them when an
 * agent is gone. Nothing of it is stored; all of it is found out again.
 *
 * <p>A device has one poller at a time. A poller that is not answered stops by itself ({@link
 * Rules#POLL_LEASE}), and nobody is told to poll what another may still poll: not before the other
 * was told to stop and its lease is over, nor after our own start before the leases are over that
 * an earlier collector gave.
 *
 * <p>For the thread that owns the hosts.
 */
final class DeviceTable {

    /** An agent that has been away for so long is forgotten until it comes back. */
    static final Duration FORGOTTEN = Duration.ofHours(1);

    /** Epochs are seconds since 1970 or little above; a claim beyond is none of ours. */
    private static final long MOST_AHEAD_SECONDS = 86_400;

    /** Agents refuse longer messages; a little is left for the rest of it. */
    private static final int MOST_BYTES = CollectorChannel.MOST_INBOUND_BYTES - 1_024;

    private static final Logger log = LoggerFactory.getLogger(DeviceTable.class);

    private final Ledger ledger;
    private final Supplier<Rules> rules;
    private final SortedMap<HostId, DeviceBook> devices = new TreeMap<>();
    private final SortedMap<HostId, Seat> seats = new TreeMap<>();
    private Optional<Long> firstRoundNanos = Optional.empty();
    private long lastRoundNanos;

    DeviceTable(Ledger ledger, Supplier<Rules> rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /** Adds a device, or takes other settings for one. */
    void enter(PolledDevice device, HostBook book) {
        DeviceBook known = devices.get(device.id());
        if (known == null || !known.host().equals(book)) {
            known = new DeviceBook(device, book);
            devices.put(device.id(), known);
            if (firstRoundNanos.isPresent()) {
                // It may have been here before, and somebody may poll it still.
                known.hold(lastRoundNanos + Rules.UNHEARD.toNanos());
            }
        }
        known.device(device);
        seats.values().forEach(seat -> admit(seat, device));
        touched(device.id());
    }

    /** Takes out every device but these. */
    void keepOnly(Predicate<HostId> wanted) {
        List<HostId> gone = devices.keySet().stream().filter(wanted.negate()).toList();
        for (HostId device : gone) {
            devices.remove(device);
            seats.values().forEach(seat -> seat.admit(device, false));
        }
    }

    private void touched(HostId device) {
        seats.values().forEach(seat -> seat.touched(device));
    }

    Optional<DeviceBook> device(HostId id) {
        return Optional.ofNullable(devices.get(id));
    }

    Collection<DeviceBook> all() {
        return devices.values();
    }

    private static void admit(Seat seat, PolledDevice device) {
        boolean may = device.agents().admits(device.id(), seat.agent(), seat.labels());
        seat.admit(device.id(), may);
    }

    void connected(AgentLink link, FromAgent.Hello hello, long nanos) {
        if (!hello.capabilities().contains(Capabilities.DEVICES)) {
            seats.remove(hello.host());
            return;
        }
        Seat seat =
                seats.computeIfAbsent(
                        hello.host(), agent -> new Seat(agent, Steadiness.first(nanos, limits())));
        seat.connected(link, hello.labels());
        devices.values().forEach(book -> admit(seat, book.device()));
    }

    void disconnected(HostId agent, long nanos) {
        Optional.ofNullable(seats.get(agent)).ifPresent(seat -> seat.disconnected(nanos));
    }

    /** The agent will not come back. */
    void retired(HostId agent) {
        seats.remove(agent);
        devices.values().forEach(book -> book.reaches().remove(agent));
    }

    /** Whether an agent may speak of a device, and is the one who polls it, under this epoch. */
    Optional<DeviceBook> polledBy(HostId agent, HostId device, long epoch, Instant now) {
        DeviceBook book = devices.get(device);
        if (book == null || !mayAsk(agent, device)) {
            return Optional.empty();
        }
        resume(book, agent, epoch, now);
        boolean its = book.duty().isPolledBy(agent) && book.epoch() == epoch;
        return its ? Optional.of(book) : Optional.empty();
    }

    /** Notes how a device answers an agent; empty where the agent has no business with it. */
    Optional<DeviceBook> status(HostId agent, DeviceStatus status, Instant now, long nanos) {
        DeviceBook book = devices.get(status.device());
        if (book == null || !mayAsk(agent, status.device())) {
            return Optional.empty();
        }
        resume(book, agent, status.epoch(), now);
        Reach reach = book.reaches().computeIfAbsent(agent, key -> new Reach(limits()));
        reach.take(status, now, nanos);
        if (book.duty().isPolledBy(agent)) {
            if (reach.failing()) {
                book.doubt(nanos);
                touched(book.id());
            } else if (reach.proved()) {
                book.trust();
            }
        }
        return Optional.of(book);
    }

    private boolean mayAsk(HostId agent, HostId device) {
        Seat seat = seats.get(agent);
        return seat != null && seat.admitted().contains(device);
    }

    /** After our own restart, whoever polled goes on, and nothing that it has said is lost. */
    private void resume(DeviceBook book, HostId agent, long epoch, Instant now) {
        boolean ours =
                epoch > 0
                        && epoch >= book.host().applied().incarnation()
                        && epoch <= now.getEpochSecond() + MOST_AHEAD_SECONDS;
        if (book.duty().poller().isEmpty() && ours && epoch >= book.epoch()) {
            log.info("{} goes on polling {}", agent, book.id());
            book.resume(agent, epoch);
            touched(book.id());
        }
    }

    /**
     * Shares the devices out anew and tells the agents.
     *
     * @param contact what is known of an agent itself
     */
    void round(Function<HostId, Optional<Contact>> contact, Instant now, long nanos) {
        lastRoundNanos = nanos;
        long first = firstRoundNanos.orElse(nanos);
        firstRoundNanos = Optional.of(first);
        Map<HostId, List<Seat>> askers = new HashMap<>();
        Set<HostId> present = new HashSet<>();
        seats.values().removeIf(seat -> away(seat, FORGOTTEN, nanos));
        for (Seat seat : seats.values()) {
            if (present(seat, contact, nanos)) {
                present.add(seat.agent());
                seat.steadiness(seat.steadiness().came(nanos));
                seat.admitted()
                        .forEach(
                                id -> askers.computeIfAbsent(id, k -> new ArrayList<>()).add(seat));
            } else {
                seat.steadiness(seat.steadiness().went(nanos, limits()));
            }
        }
        for (DeviceBook book : devices.values()) {
            Duty before = book.duty();
            share(book, askers.getOrDefault(book.id(), List.of()), now, nanos);
            Optional<HostId> gone = before.poller().filter(agent -> !book.duty().isPolledBy(agent));
            if (gone.filter(present::contains).isPresent()) {
                book.hold(nanos + Rules.UNHEARD.toNanos());
            }
            if (book.endHold(nanos)) {
                touched(book.id());
            }
        }
        if (nanos - first >= Rules.UNHEARD.toNanos()) {
            seats.values().stream().filter(Seat::takeStale).forEach(this::tell);
        }
    }

    private void share(DeviceBook book, List<Seat> askers, Instant now, long nanos) {
        SortedMap<HostId, Footing> candidates = new TreeMap<>();
        if (book.device().assignment().isPresent()) {
            for (Seat seat : askers) {
                Reach reach = book.reaches().get(seat.agent());
                if (reach != null && reach.proved()) {
                    candidates.put(seat.agent(), footing(book, seat, reach, nanos));
                }
            }
        }
        if (!book.isOpen(candidates)) {
            return;
        }
        Duty before = book.duty();
        Duty next = Assigning.next(book.id(), candidates, before);
        if (next.equals(before)) {
            return;
        }
        book.duty(next, now.getEpochSecond());
        touched(book.id());
        if (!next.poller().equals(before.poller())) {
            // Its time begins with its duty.
            book.host().contact().forgive(nanos);
            ledger.keep(
                    List.of(new Event.DeviceMoved(book.id(), now, before.poller(), next.poller())));
        }
    }

    private static Footing footing(DeviceBook book, Seat seat, Reach reach, long nanos) {
        boolean polls = book.duty().isPolledBy(seat.agent());
        Footing its =
                polls && overdue(book, nanos)
                        ? Footing.DOUBTFUL
                        : reach.footing(polls ? Optional.empty() : book.doubtedNanos(), nanos);
        boolean fresh = its == Footing.STEADY && !seat.steadiness().steady(nanos);
        return fresh ? Footing.FRESH : its;
    }

    /** A poller that says nothing at all of a device is stuck with it. */
    private static boolean overdue(DeviceBook book, long nanos) {
        return book.host().contact().unheardFor(book.device().silentAfter(), nanos);
    }

    private static boolean present(
            Seat seat, Function<HostId, Optional<Contact>> contact, long nanos) {
        Optional<Contact> its = contact.apply(seat.agent());
        boolean held = its.flatMap(Contact::link).filter(AgentLink::held).isPresent();
        return held || its.filter(c -> !c.unheardAtLeast(Rules.UNHEARD, nanos)).isPresent();
    }

    private static boolean away(Seat seat, Duration atLeast, long nanos) {
        return seat.leftNanos().filter(at -> nanos - at >= atLeast.toNanos()).isPresent();
    }

    private void tell(Seat seat) {
        List<DeviceDuty> duties = new ArrayList<>();
        for (HostId id : seat.admitted()) {
            device(id).flatMap(book -> book.dutyOf(seat.agent())).ifPresent(duties::add);
        }
        // Where there are more, its own come first; the others have other agents.
        duties.sort(
                Comparator.comparing(DeviceDuty::role)
                        .thenComparing(duty -> duty.device().device()));
        seat.tell(duties.subList(0, fitting(duties)));
    }

    /** How many of these go into one message. */
    private static int fitting(List<DeviceDuty> duties) {
        long bytes = 0;
        int count = 0;
        for (DeviceDuty duty : duties) {
            bytes += Codec.encode(new FromCollector.Duties(0, List.of(duty))).length;
            if (bytes > MOST_BYTES || count == WireLimits.MOST_DUTIES) {
                break;
            }
            count++;
        }
        return count;
    }

    /** Whether an agent that may poll is heard. */
    Collection<Seat> seats() {
        return seats.values();
    }

    private Steadiness.Limits limits() {
        return rules.get().steadiness();
    }
}
