package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.inventory.Accepted;
import io.holdfast.collector.inventory.FirstSight;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.ledger.Payload;
import io.holdfast.collector.ledger.Stored;
import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.Revocation;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import io.holdfast.core.time.Ticker;
import io.holdfast.wire.stream.FromAgent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every host that a collector knows, and what its agent brings in. One thread owns it: see {@link
 * Mailbox}.
 */
public final class Hosts {

    private static final Logger log = LoggerFactory.getLogger(Hosts.class);

    private final Ledger ledger;
    private final Supplier<Rules> rules;
    private final Tally tally;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Intake intake;
    private final Snapshots snapshots;
    private final Digests digests;
    private final Watch watch;
    private final DeviceTable devices;
    private final Polling polling;
    private final SortedMap<HostId, HostBook> books = new TreeMap<>();

    public Hosts(
            Ledger ledger, Supplier<Rules> rules, Tally tally, InstantSource clock, Ticker ticker) {
        this.ledger = ledger;
        this.rules = rules;
        this.tally = tally;
        this.clock = clock;
        this.ticker = ticker;
        intake = new Intake(ledger, rules, tally);
        snapshots = new Snapshots(ledger, tally);
        digests = new Digests(snapshots, rules, tally);
        watch = new Watch(ledger, rules);
        devices = new DeviceTable(ledger, rules);
        polling = new Polling(books, devices, intake, watch, tally, clock, ticker, this::look);
    }

    /** Takes a host back from the store. */
    public void restore(Stored stored) {
        HostBook book = new HostBook(stored, rules.get().needs(), clock.instant(), ticker.nanos());
        books.put(stored.host(), book);
        Optional<DeviceBook> device = devices.device(stored.host());
        device.ifPresent(known -> devices.enter(known.device(), book));
        if (device.isPresent() && stored.toldAt().isEmpty()) {
            // Its silence began with our waiting, not with an answer.
            book.contact().restore(Optional.empty());
        }
    }

    /**
     * These devices are polled from now on, and no others. One that is taken out leaves the
     * reports; its history stays.
     */
    public void poll(List<PolledDevice> wanted) {
        polling.poll(wanted);
    }

    /**
     * An agent has opened a stream and said who it is; a stream that it had before ends.
     *
     * @return up to where its changes are durable, or empty where it was cut off
     */
    public Optional<Position> connect(AgentLink link, FromAgent.Hello hello) {
        HostBook book = books.get(hello.host());
        if (book != null && book.isDevice()) {
            link.cut(CutOff.IS_DEVICE, hello.host() + " is a device that agents poll");
            return Optional.empty();
        }
        if (book == null) {
            if (books.size() - devices.all().size() >= rules.get().mostAgents()) {
                link.cut(
                        CutOff.TOO_MANY_AGENTS,
                        "expected at most " + rules.get().mostAgents() + " agents");
                return Optional.empty();
            }
            book = new HostBook(hello.host(), ticker.nanos());
            books.put(hello.host(), book);
        }
        book.contact()
                .link()
                .ifPresent(old -> old.cut(CutOff.REPLACED, "a newer stream took over"));
        Instant now = clock.instant();
        if (hello.incarnation() < book.applied().incarnation()) {
            startAnew(book, hello, now);
        }
        boolean doubled = book.contact().connected(link, hello, now, ticker.nanos());
        watch.heard(book, now);
        devices.connected(link, hello, ticker.nanos());
        List<Event> events = new ArrayList<>();
        events.add(
                new Event.AgentConnected(hello.host(), now, hello.version(), hello.incarnation()));
        if (doubled) {
            events.add(
                    new Event.AgentDoubled(hello.host(), now, book.contact().speakers().names()));
        }
        ledger.keep(events);
        return Optional.of(book.durable());
    }

    /** A host's agent has got a certificate; until it comes it is told as never heard. */
    public void enrolled(HostId host) {
        boolean room = books.size() - devices.all().size() < rules.get().mostAgents();
        if (room && !books.containsKey(host)) {
            books.put(host, new HostBook(host, ticker.nanos()));
        }
    }

    /** A stream has ended, for whatever reason. */
    public void disconnect(AgentLink link, HostId host) {
        book(link, host)
                .ifPresent(
                        book -> {
                            book.contact().disconnected();
                            devices.disconnected(host, ticker.nanos());
                        });
    }

    /** A batch has come; {@code settled} runs once it is on disk or was not needed. */
    public void batch(
            AgentLink link, HostId host, FromAgent.Batch batch, Payload payload, Runnable settled) {
        Optional<HostBook> found = book(link, host);
        if (found.isEmpty()) {
            settled.run();
            return;
        }
        HostBook book = found.get();
        Instant now = clock.instant();
        if (batch.incarnation() > book.contact().incarnation()) {
            link.cut(
                    CutOff.WRONG_INCARNATION,
                    "expected changes of incarnation " + book.contact().incarnation());
            settled.run();
            return;
        }
        heard(book, now);
        digests.beforeChanges(book, batch, now);
        intake.take(book, link, new Intake.Arrival(batch, payload, now, ticker.nanos(), settled));
        digests.afterChanges(book, now);
    }

    /** A whole digest has come, its parts joined. */
    public void digest(AgentLink link, HostId host, FromAgent.DigestPart digest) {
        Optional<HostBook> found = book(link, host);
        if (found.isEmpty()) {
            return;
        }
        long parts =
                digest.changes().stream().filter(change -> change instanceof Change.Seen).count();
        if (parts > rules.get().mostComponents()) {
            link.cut(
                    CutOff.TOO_MANY_COMPONENTS,
                    "expected at most " + rules.get().mostComponents() + " parts of one agent");
            return;
        }
        Instant now = clock.instant();
        heard(found.get(), now);
        digests.take(found.get(), digest, now);
    }

    /** An agent has given a sign of life. */
    public void heartbeat(AgentLink link, HostId host, FromAgent.Heartbeat heartbeat) {
        Optional<HostBook> found = book(link, host);
        if (found.isEmpty()) {
            return;
        }
        HostBook book = found.get();
        Instant now = clock.instant();
        tally.add(Tally.Count.HEARTBEATS, 1);
        book.contact().heartbeat(heartbeat, now, ticker.nanos());
        if (heartbeat.number() > 0) {
            link.heard(heartbeat.number());
        }
        watch.heard(book, now);
        look(book, heartbeat.looks(), now);
        digests.afterHeartbeat(book, heartbeat, now);
        long dropped = heartbeat.spooled() == 0 ? book.contact().newlyDropped() : 0;
        if (dropped > 0) {
            ledger.keep(List.of(new Event.DetailDropped(host, now, dropped)));
        }
    }

    /** An agent says how devices answer it. */
    public void devices(AgentLink link, HostId host, FromAgent.DeviceStatuses said) {
        Optional<HostBook> found = book(link, host);
        if (found.isPresent()) {
            heard(found.get(), clock.instant());
            polling.statuses(host, said);
        }
    }

    /** Changes of a device have come; they count only from the agent that polls it. */
    public void deviceBatch(
            AgentLink link,
            HostId host,
            FromAgent.DeviceBatch said,
            Payload payload,
            Runnable settled) {
        Optional<HostBook> found = book(link, host);
        if (found.isPresent()) {
            heard(found.get(), clock.instant());
            polling.batch(link, host, said, payload, settled);
        } else {
            settled.run();
        }
    }

    /** The devices that agents poll, in order. */
    public List<DeviceView> devices() {
        return polling.views();
    }

    /** Lets time do its work: silence, first sight, snapshots. Wanted about four times a second. */
    public void tick() {
        Instant now = clock.instant();
        long nanos = ticker.nanos();
        watch.round(books.values(), now, nanos);
        devices.round(agent -> book(agent).map(HostBook::contact), now, nanos);
        for (HostBook book : books.values()) {
            if (nanos - book.createdNanos() >= FirstSight.SETTLING.toNanos()) {
                FirstSight.take(book.state(), book.accepted(), now)
                        .ifPresent(accepted -> accept(book, accepted, now, () -> {}));
            }
        }
        snapshots.takeDue(books.values(), now, nanos);
    }

    /** The hosts, in order. */
    public List<HostId> all() {
        return List.copyOf(books.keySet());
    }

    /** The picture of a host. */
    public Optional<HostView> view(HostId host) {
        return Optional.ofNullable(books.get(host))
                .map(
                        book ->
                                HostPicture.of(
                                        book,
                                        rules.get().needs(),
                                        clock.instant(),
                                        ticker.nanos(),
                                        polling.view(host)));
    }

    /** What is known of each agent itself. */
    public List<AgentView> agents() {
        return books.values().stream()
                .filter(book -> !book.isDevice())
                .map(book -> HostPicture.agent(book, ticker.nanos()))
                .toList();
    }

    /** The certificates of a host's agent count no longer: its stream ends, if it has one. */
    public void revoke(HostId host, Revocation by) {
        Optional<Contact> contact = Optional.ofNullable(books.get(host)).map(HostBook::contact);
        contact.ifPresent(known -> known.revoke(by));
        contact.flatMap(Contact::link)
                .ifPresent(link -> link.cut(CutOff.REVOKED, "revoked by " + by.by()));
    }

    /**
     * The host is in no report any more, until an agent that calls itself so comes with a new
     * certificate; its history stays. {@code durable} runs once that is on disk.
     *
     * @return how many parts it had; empty where there is no such host, or it is a device
     */
    public Optional<Integer> retire(HostId host, Revocation by, String reason, Runnable durable) {
        HostBook book = books.get(host);
        if (book == null || book.isDevice()) {
            return Optional.empty();
        }
        revoke(host, by);
        books.remove(host);
        devices.retired(host);
        List<Event> events = new ArrayList<>();
        book.judgement()
                .groups()
                .forEach(
                        (id, group) ->
                                events.add(
                                        new Event.RedundancyChanged(
                                                id,
                                                by.at(),
                                                Optional.of(GroupStanding.of(group)),
                                                Optional.empty())));
        events.add(new Event.HostRetired(host, by.at(), by.by(), reason));
        ledger.keepRetirement(host, book.samples().drain(), events, durable);
        return Optional.of(book.state().components().size());
    }

    /** The host's book; empty where the host is unknown. */
    Optional<HostBook> book(HostId host) {
        return Optional.ofNullable(books.get(host));
    }

    /** What is accepted from now on; {@code durable} runs once that is on disk. */
    void accept(HostBook book, Accepted accepted, Instant now, Runnable durable) {
        book.accepted(accepted);
        List<Event> events = new ArrayList<>();
        List<Observation> bad =
                Accepting.alreadyBad(
                        accepted.pinned(), book.expected(rules.get().needs(), now).observations());
        events.add(
                new Event.InventoryAccepted(
                        book.host(),
                        now,
                        accepted.by(),
                        accepted.pinned().components().size(),
                        bad.stream().map(Observation::component).toList()));
        events.addAll(book.judge(rules.get().needs(), now));
        ledger.keep(book.host(), accepted, events, durable);
    }

    Rules rules() {
        return rules.get();
    }

    Instant now() {
        return clock.instant();
    }

    private Optional<HostBook> book(AgentLink link, HostId host) {
        return Optional.ofNullable(books.get(host))
                .filter(book -> book.contact().link().filter(l -> l.equals(link)).isPresent());
    }

    private void heard(HostBook book, Instant now) {
        book.contact().heard(now, ticker.nanos());
        watch.heard(book, now);
    }

    private void look(HostBook book, SortedMap<String, Look> looks, Instant now) {
        boolean news = false;
        for (Map.Entry<String, Look> entry : looks.entrySet()) {
            Look look = entry.getValue();
            Look before = book.state().looks().get(entry.getKey());
            if (before != null && !look.at().isAfter(before.at())) {
                continue;
            }
            news |= before == null || before.complete() != look.complete();
            book.succession().apply(new Change.Looked(entry.getKey(), look.at(), look.complete()));
        }
        if (news) {
            List<Event> events = book.judge(rules.get().needs(), now);
            if (!events.isEmpty()) {
                ledger.keep(events);
            }
        }
    }

    /** The agent has lost its memory and counts from below what we have of it. */
    private void startAnew(HostBook book, FromAgent.Hello hello, Instant now) {
        log.warn(
                "{} says incarnation {} after {}: it has lost its state directory; starting anew",
                hello.host(),
                hello.incarnation(),
                book.applied());
        book.succession().nextIncarnation();
        Position start = new Position(hello.incarnation(), 0);
        book.startAnew(start);
        snapshots.take(book, now, List.of());
    }
}
