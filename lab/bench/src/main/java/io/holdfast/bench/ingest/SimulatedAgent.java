package io.holdfast.bench.ingest;

import io.holdfast.core.state.Change;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import io.holdfast.core.time.Ticker;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Numbered;
import io.holdfast.wire.stream.Outbound;
import io.holdfast.wire.stream.UplinkClient;
import io.holdfast.wire.stream.WireLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One agent: makes changes, sends what is not yet sent while the stream is ready, counts acks. */
final class SimulatedAgent implements Inbound<FromCollector> {

    private record Pending(Numbered change, long madeAtNanos) {}

    private final SimulatedHost host;
    private final UplinkClient client;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Latencies latencies;
    private final Optional<AckLog> acks;
    private final ArrayDeque<Pending> unacknowledged = new ArrayDeque<>();
    private @Nullable Outbound<FromAgent> out;
    private boolean welcome;
    private long sequence;
    private long sentThrough;
    private long streams;

    SimulatedAgent(
            SimulatedHost host,
            UplinkClient client,
            RandomGenerator random,
            InstantSource clock,
            Ticker ticker,
            Latencies latencies,
            Optional<AckLog> acks) {
        this.host = host;
        this.client = client;
        this.random = random;
        this.clock = clock;
        this.ticker = ticker;
        this.latencies = latencies;
        this.acks = acks;
    }

    SimulatedHost host() {
        return host;
    }

    /** Opens a stream if there is none. */
    synchronized void connect() {
        if (out != null) {
            return;
        }
        streams++;
        welcome = false;
        Outbound<FromAgent> opened = client.open(this);
        out = opened;
        opened.send(
                new FromAgent.Hello(
                        WireLimits.PROTOCOL,
                        "bench",
                        host.id(),
                        1,
                        List.of(),
                        clock.instant(),
                        "bench"));
    }

    /** One second in a host's life. */
    synchronized void live(double readings, double healths) {
        Instant now = clock.instant();
        if (sequence == 0) {
            host.everything(now).forEach(this::make);
        } else {
            for (int i = 0; i < host.size(); i++) {
                double chance = random.nextDouble();
                if (chance < healths) {
                    make(host.change(i, random, now));
                } else if (chance < healths + readings) {
                    make(host.wander(i, random, now));
                }
            }
        }
        connect();
        send();
        beat(now);
    }

    /** Only what is left to send. */
    synchronized void flush() {
        connect();
        send();
    }

    synchronized long unacknowledged() {
        return unacknowledged.size();
    }

    /** Whether it has a stream, and all that it told is durable. */
    synchronized boolean stands() {
        return welcome && unacknowledged.isEmpty();
    }

    synchronized long streams() {
        return streams;
    }

    synchronized long made() {
        return sequence;
    }

    private void make(Change change) {
        sequence++;
        unacknowledged.add(new Pending(new Numbered(sequence, change), ticker.nanos()));
    }

    private void send() {
        Outbound<FromAgent> stream = out;
        if (stream == null || !welcome || !stream.isReady() || sentThrough == sequence) {
            return;
        }
        List<Numbered> batch = new ArrayList<>();
        for (Pending pending : unacknowledged) {
            if (pending.change().sequence() > sentThrough
                    && batch.size() < WireLimits.MOST_CHANGES / 4) {
                batch.add(pending.change());
            }
        }
        stream.send(FromAgent.Batch.of(1, batch));
        sentThrough = batch.getLast().sequence();
    }

    private void beat(Instant now) {
        Outbound<FromAgent> stream = out;
        if (stream == null || !welcome || !stream.isReady()) {
            return;
        }
        TreeMap<String, Look> looks =
                new TreeMap<>(Map.of(SimulatedHost.PROBE, new Look(now, true)));
        stream.send(
                new FromAgent.Heartbeat(
                        now,
                        new Position(1, sequence),
                        0,
                        unacknowledged.size(),
                        Duration.ZERO,
                        0,
                        Duration.ZERO,
                        looks));
    }

    @Override
    public synchronized void received(Decoded<FromCollector> message) {
        Outbound<FromAgent> stream = out;
        if (stream == null) {
            return;
        }
        stream.request(1);
        switch (message) {
            case Decoded.Understood<FromCollector> understood -> take(understood.message(), stream);
            case Decoded.NotUnderstood<FromCollector> not ->
                    throw new IllegalStateException("not understood: " + not.detail());
        }
    }

    private void take(FromCollector message, Outbound<FromAgent> stream) {
        switch (message) {
            case FromCollector.Welcome hello -> {
                welcome = true;
                acknowledge(hello.durable());
                sentThrough = hello.durable().sequence();
                send();
            }
            case FromCollector.Ack ack -> {
                acknowledge(ack.position());
                send();
            }
            case FromCollector.DigestRequest request ->
                    stream.send(
                            new FromAgent.DigestPart(
                                    new Position(1, sequence),
                                    0,
                                    1,
                                    host.everything(clock.instant())));
            // It says that it asks no devices, so that it is told of none.
            case FromCollector.Duties duties -> {}
            case FromCollector.DeviceAck ack -> {}
            case FromCollector.HeartbeatAck beat -> {}
        }
    }

    private void acknowledge(Position durable) {
        acks.ifPresent(log -> log.add(host, durable.sequence()));
        long now = ticker.nanos();
        while (!unacknowledged.isEmpty()
                && unacknowledged.getFirst().change().sequence() <= durable.sequence()) {
            latencies.add(now - unacknowledged.removeFirst().madeAtNanos());
        }
    }

    @Override
    public synchronized void ready() {
        send();
    }

    @Override
    public synchronized void ended(Ended why) {
        out = null;
        welcome = false;
    }
}
