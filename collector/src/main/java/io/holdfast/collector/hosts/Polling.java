package io.holdfast.collector.hosts;

import io.holdfast.collector.ledger.Payload;
import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Look;
import io.holdfast.core.time.Ticker;
import io.holdfast.wire.stream.DeviceStatus;
import io.holdfast.wire.stream.FromAgent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what agents say of the devices that they poll: a device has a book of its own, like a
 * host with an agent, and its epoch takes the place of an agent's incarnation.
 *
 * <p>For the thread that owns the hosts.
 */
final class Polling {

    private static final Logger log = LoggerFactory.getLogger(Polling.class);

    private final SortedMap<HostId, HostBook> books;
    private final SortedMap<HostId, HostBook> retired = new TreeMap<>();
    private final DeviceTable table;
    private final Intake intake;
    private final Watch watch;
    private final Tally tally;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Looking looking;

    /** Notes when probes looked. */
    @FunctionalInterface
    interface Looking {
        void at(HostBook book, SortedMap<String, Look> looks, Instant now);
    }

    /**
     * @param books of hosts and devices alike
     */
    Polling(
            SortedMap<HostId, HostBook> books,
            DeviceTable table,
            Intake intake,
            Watch watch,
            Tally tally,
            InstantSource clock,
            Ticker ticker,
            Looking looking) {
        this.books = books;
        this.table = table;
        this.intake = intake;
        this.watch = watch;
        this.tally = tally;
        this.clock = clock;
        this.ticker = ticker;
        this.looking = looking;
    }

    void poll(List<PolledDevice> wanted) {
        Set<HostId> ids = new HashSet<>();
        for (PolledDevice device : wanted) {
            HostBook known = books.get(device.id());
            if (known != null && !known.isDevice()) {
                log.error("{} cannot be polled: an agent calls itself so", device.id());
                continue;
            }
            ids.add(device.id());
            table.enter(device, known == null ? open(device.id()) : known);
        }
        for (DeviceBook gone : List.copyOf(table.all())) {
            if (!ids.contains(gone.id())) {
                books.remove(gone.id());
                retired.put(gone.id(), gone.host());
            }
        }
        table.keepOnly(ids::contains);
    }

    /** A device that was listed before is as it was. */
    private HostBook open(HostId id) {
        HostBook kept = retired.remove(id);
        HostBook book = kept == null ? new HostBook(id, ticker.nanos()) : kept;
        book.contact().forgive(ticker.nanos());
        books.put(id, book);
        return book;
    }

    void statuses(HostId agent, FromAgent.DeviceStatuses said) {
        Instant now = clock.instant();
        for (DeviceStatus status : said.devices()) {
            tally.add(Tally.Count.DEVICE_STATUSES, 1);
            Optional<DeviceBook> known = table.status(agent, status, now, ticker.nanos());
            if (known.isEmpty()) {
                tally.add(Tally.Count.FOREIGN_DEVICES, 1);
            }
            known.filter(d -> d.duty().isPolledBy(agent) && d.epoch() == status.epoch())
                    .ifPresent(d -> answered(d.host(), status, now));
        }
    }

    private void answered(HostBook book, DeviceStatus status, Instant now) {
        if (status.answeredAgo().isPresent() && status.failures() == 0) {
            long ago = status.answeredAgo().get().toNanos();
            Instant at = now.minusNanos(ago);
            // What a new poller found before it was one may be older than what we know.
            if (book.contact().heardAt().filter(at::isBefore).isEmpty()) {
                book.contact().heard(at, ticker.nanos() - ago);
                watch.heard(book, now);
            }
        }
        looking.at(book, status.looks(), now);
    }

    /** Changes of a device; they count only from the agent that polls it. */
    void batch(
            AgentLink link,
            HostId agent,
            FromAgent.DeviceBatch said,
            Payload payload,
            Runnable settled) {
        Instant now = clock.instant();
        FromAgent.Batch batch = said.batch();
        Optional<DeviceBook> polled =
                table.polledBy(agent, said.device(), batch.incarnation(), now);
        if (polled.isEmpty()) {
            tally.add(Tally.Count.FOREIGN_DEVICES, 1);
            link.acknowledge(said.device(), batch.position());
            settled.run();
            return;
        }
        intake.take(
                polled.get().host(),
                new DeviceLink(said.device(), link),
                new Intake.Arrival(batch, payload, now, ticker.nanos(), settled));
    }

    List<DeviceView> views() {
        return table.all().stream().map(this::picture).toList();
    }

    Optional<DeviceView> view(HostId device) {
        return table.device(device).map(this::picture);
    }

    private DeviceView picture(DeviceBook device) {
        return DevicePicture.of(device, table.seats(), this::isHeard);
    }

    private boolean isHeard(HostId agent) {
        return Optional.ofNullable(books.get(agent))
                .map(HostBook::contact)
                .filter(c -> c.link().isPresent() && c.silentSince().isEmpty())
                .isPresent();
    }
}
