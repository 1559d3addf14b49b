package io.holdfast.agent.daemon.uplink;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Entry;
import io.holdfast.agent.daemon.state.Digest;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Capabilities;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Numbered;
import io.holdfast.wire.stream.Outbound;
import io.holdfast.wire.stream.WireLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream to the collector, from Hello to its end.
 *
 * <p>After Welcome everything behind the collector's {@code durable} is sent in order, and only
 * while there is room; an ack trims the backlog. A digest waits until everything up to its position
 * has been sent. For one thread.
 */
final class Conversation {

    /** A collector that has not greeted back, or ended, by then is given up. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A collector of an earlier version answers none: then the oldest are forgotten. */
    private static final int MOST_UNANSWERED = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Outbound<FromAgent> out;
    private final Telling telling;
    private final DigestNeed need;
    private final Times times;
    private Duration heartbeat;
    private boolean live;
    private boolean devices;
    private boolean digestAsked;
    private Deque<FromAgent.DigestPart> digest = new ArrayDeque<>();
    private Position sent = Position.NONE;
    private final NavigableMap<Long, Long> beatsNanos = new TreeMap<>();
    private long beats;
    private long greetedNanos;
    private boolean beatOwed;
    private long due;

    Conversation(
            Outbound<FromAgent> out,
            Telling telling,
            DigestNeed need,
            Duration heartbeat,
            Times times) {
        this.out = out;
        this.telling = telling;
        this.need = need;
        this.heartbeat = heartbeat;
        this.times = times;
        this.due = times.in(PATIENCE);
    }

    /** Says who we are. */
    void greet() {
        Greeting greeting = telling.greeting();
        telling.devices().streamOpening();
        greetedNanos = times.ticker().nanos();
        out.send(
                new FromAgent.Hello(
                        WireLimits.PROTOCOL,
                        greeting.version(),
                        greeting.host(),
                        telling.ledgers().position().incarnation(),
                        greeting.capabilities(),
                        times.clock().instant(),
                        greeting.bootId(),
                        greeting.labels()));
    }

    /** Whether the collector has greeted back. */
    boolean live() {
        return live;
    }

    /** When {@link #tick} has something to do next, as a reading of the ticker. */
    long due() {
        return due;
    }

    void heard(Decoded<FromCollector> message) {
        switch (message) {
            case Decoded.Understood<FromCollector> understood -> heard(understood.message());
            case Decoded.NotUnderstood<FromCollector> not ->
                    // A newer collector may say what we need not understand.
                    LOG.warn("not understood: {} ({})", not.reason().word(), not.detail());
        }
        out.request(1);
    }

    /** Sends what there is while there is room. */
    void pump() {
        while (live && out.isReady()) {
            if (beatOwed) {
                beat();
            } else if (!sendNext()) {
                askDigestIfDue();
                return;
            }
        }
    }

    void whole(Digest whole) {
        digestAsked = false;
        digest = DigestParts.of(whole);
        need.told(telling.backlog().dropped());
        pump();
    }

    void tick() {
        if (!times.has(due)) {
            return;
        }
        if (!live) {
            due = times.in(PATIENCE);
            out.end(new Ended(Ended.Cause.CANCELLED, "the collector does not answer"));
            return;
        }
        due = times.in(heartbeat);
        beatOwed = true;
        pump();
    }

    /** Says good-bye; the collector ends the stream in turn, or is cut off. */
    void end() {
        live = false;
        due = times.in(PATIENCE);
        out.end();
    }

    private void heard(FromCollector message) {
        switch (message) {
            case FromCollector.Welcome welcome -> welcomed(welcome);
            case FromCollector.Ack(Position position) -> trim(position);
            case FromCollector.DigestRequest(String reason) -> {
                LOG.info("the collector asks for the whole state: {}", reason);
                need.want();
            }
            case FromCollector.Duties duties -> telling.devices().duties(duties);
            case FromCollector.HeartbeatAck(long number) -> answered(number);
            case FromCollector.DeviceAck(HostId device, Position position) ->
                    telling.devices().acknowledged(device, position);
        }
        pump();
    }

    private void welcomed(FromCollector.Welcome welcome) {
        if (welcome.heartbeat().compareTo(heartbeat) < 0) {
            heartbeat = welcome.heartbeat();
        }
        Position own = telling.ledgers().position();
        if (welcome.durable().compareTo(own) > 0) {
            LOG.warn(
                    "the collector remembers {} of us, and we are only at {}: starting anew",
                    welcome.durable(),
                    own);
            telling.ledgers().restartAfter(welcome.durable().incarnation());
            end();
            return;
        }
        live = true;
        sent = welcome.durable();
        due = times.in(Duration.ZERO);
        trim(welcome.durable());
        openDevices(welcome);
        LOG.info("the collector ({}) has all up to {}", welcome.version(), welcome.durable());
    }

    /** A collector that does not know of devices wants none asked. */
    private void openDevices(FromCollector.Welcome welcome) {
        devices = welcome.capabilities().contains(Capabilities.DEVICES);
        if (devices) {
            telling.devices().streamOpened(welcome.pollLease(), greetedNanos);
        } else {
            telling.devices().duties(DeviceDesk.NO_DUTIES);
        }
    }

    private void trim(Position durable) {
        try {
            telling.backlog().trim(durable);
        } catch (IOException e) {
            LOG.warn(
                    "what the collector has taken cannot be removed from the spool: {}",
                    e.toString());
        }
    }

    private boolean sendNext() {
        List<Entry> next = next();
        if (!next.isEmpty()) {
            sendBatch(next);
            return true;
        }
        if (digest.isEmpty()) {
            return sendOfDevices();
        }
        FromAgent.DigestPart part = digest.removeFirst();
        out.send(part);
        if (part.position().compareTo(sent) > 0) {
            sent = part.position();
        }
        return true;
    }

    private boolean sendOfDevices() {
        Optional<FromAgent> next = devices ? telling.devices().next() : Optional.empty();
        next.ifPresent(out::send);
        return next.isPresent();
    }

    /** The next changes, up to the position of a digest that waits. */
    private List<Entry> next() {
        if (!digest.isEmpty() && digest.getFirst().part() > 0) {
            // The parts of one digest follow each other.
            return List.of();
        }
        Backlog backlog = telling.backlog();
        List<Entry> entries = backlog.read(sent, WireLimits.MOST_CHANGES, WireLimits.BATCH_BYTES);
        if (digest.isEmpty()) {
            return entries;
        }
        Position until = digest.getFirst().position();
        return entries.stream().takeWhile(e -> e.position().compareTo(until) <= 0).toList();
    }

    private void sendBatch(List<Entry> entries) {
        List<Numbered> changes = new ArrayList<>();
        for (Entry entry : entries) {
            switch (Codec.numbered(entry.bytes())) {
                case Decoded.Understood<Numbered>(var change, var misread) -> changes.add(change);
                case Decoded.NotUnderstood<Numbered>(var reason, var detail) ->
                        LOG.warn("left out of the replay: {} ({})", reason.word(), detail);
            }
        }
        Position last = entries.getLast().position();
        if (!changes.isEmpty()) {
            out.send(FromAgent.Batch.of(last.incarnation(), changes));
        }
        sent = last;
    }

    private void askDigestIfDue() {
        if (!digestAsked && need.isDue(telling.backlog().dropped())) {
            digestAsked = true;
            telling.ledgers().askWhole();
        }
    }

    /** What we sent up to then was heard. */
    private void answered(long number) {
        Map.Entry<Long, Long> beat = beatsNanos.floorEntry(number);
        if (beat != null) {
            telling.devices().heard(beat.getValue());
            beatsNanos.headMap(number, true).clear();
        }
    }

    private long numbered() {
        beats++;
        beatsNanos.put(beats, times.ticker().nanos());
        if (beatsNanos.size() > MOST_UNANSWERED) {
            beatsNanos.pollFirstEntry();
        }
        return beats;
    }

    private void beat() {
        beatOwed = false;
        NavigableMap<String, Look> looks = telling.looks().peek();
        Backlog backlog = telling.backlog();
        boolean caughtUp = digest.isEmpty() && backlog.read(sent, 1, 1).isEmpty();
        if (!caughtUp) {
            // A look confirms what was said before it, so it must not overtake it.
            looks = new TreeMap<>();
        }
        Vitals vitals = telling.vitals().take();
        out.send(
                new FromAgent.Heartbeat(
                        times.clock().instant(),
                        telling.ledgers().position(),
                        backlog.dropped(),
                        backlog.onDisk(),
                        vitals.pollLateness(),
                        vitals.rssBytes(),
                        vitals.cpu(),
                        looks,
                        numbered()));
        telling.looks().told(looks);
    }
}
