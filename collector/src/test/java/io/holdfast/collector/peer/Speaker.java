package io.holdfast.collector.peer;

import io.grpc.ManagedChannel;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Numbered;
import io.holdfast.wire.stream.Outbound;
import io.holdfast.wire.stream.UplinkClient;
import io.holdfast.wire.stream.WireLimits;
import io.holdfast.wire.tls.CollectorChannel;
import io.holdfast.wire.tls.TlsContext;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An agent's stream by hand: says what a test says, and keeps what it hears. */
public final class Speaker implements Inbound<FromCollector>, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Enlisted who;
    private final long incarnation;
    private final ManagedChannel channel;
    private final BlockingQueue<FromCollector> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Outbound<FromAgent> out;

    /** Opens a stream; nothing is said yet. */
    public Speaker(Enlisted who, long incarnation, int port, Executor threads) {
        this.who = who;
        this.incarnation = incarnation;
        try {
            channel =
                    CollectorChannel.open(
                            "127.0.0.1",
                            port,
                            TlsContext.of(
                                    List.of(who.identity().chain().getLast()),
                                    Optional.of(who.identity())),
                            threads);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        out = new UplinkClient(channel).open(this);
    }

    /** Says Hello and gives what the collector has of us. */
    public Position hello() throws InterruptedException {
        say(
                new FromAgent.Hello(
                        WireLimits.PROTOCOL,
                        "test",
                        who.host(),
                        incarnation,
                        List.of(),
                        Instant.now(),
                        ""));
        return hear(FromCollector.Welcome.class).durable();
    }

    public void say(FromAgent message) {
        out.send(message);
    }

    /** Sends changes, the first of them with this sequence. */
    public void batch(long first, List<Change> changes) {
        List<Numbered> numbered = new ArrayList<>();
        for (Change change : changes) {
            numbered.add(new Numbered(first + numbered.size(), change));
        }
        say(FromAgent.Batch.of(incarnation, numbered));
    }

    public void heartbeat(Position position, long spooled) {
        say(
                new FromAgent.Heartbeat(
                        Instant.now(),
                        position,
                        0,
                        spooled,
                        Duration.ZERO,
                        1,
                        Duration.ZERO,
                        new TreeMap<>()));
    }

    /** Waits until everything up to a sequence is acknowledged. */
    public void awaitAck(long sequence) throws InterruptedException {
        Position wanted = new Position(incarnation, sequence);
        while (hear(FromCollector.Ack.class).position().compareTo(wanted) < 0) {
            // An earlier one; the next may be it.
        }
    }

    /** The next message of a kind; others are passed over. */
    public <T extends FromCollector> T hear(Class<T> kind) throws InterruptedException {
        while (true) {
            FromCollector message = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("expected " + kind.getSimpleName() + ", heard nothing");
            }
            if (kind.isInstance(message)) {
                return kind.cast(message);
            }
        }
    }

    /** Every acknowledgement that has come and was not taken yet, the last of them. */
    public Optional<Position> lastAck() {
        List<FromCollector> all = new ArrayList<>();
        heard.drainTo(all);
        return all.stream()
                .filter(FromCollector.Ack.class::isInstance)
                .map(message -> ((FromCollector.Ack) message).position())
                .reduce((first, second) -> second);
    }

    /** Why the stream ended, which must come. */
    public Ended end() throws InterruptedException {
        Ended why = ended.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (why == null) {
            throw new AssertionError("expected the stream to end");
        }
        return why;
    }

    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void received(Decoded<FromCollector> message) {
        if (message instanceof Decoded.Understood<FromCollector> understood) {
            heard.add(understood.message());
        }
        out.request(1);
    }

    @Override
    public void ready() {}

    @Override
    public void ended(Ended why) {
        ended.add(why);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
