package io.holdfast.collector.ingest;

import io.holdfast.collector.hosts.AgentLink;
import io.holdfast.collector.hosts.CutOff;
import io.holdfast.collector.hosts.Rules;
import io.holdfast.collector.hosts.Tally;
import io.holdfast.collector.ledger.Payload;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Capabilities;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Outbound;
import io.holdfast.wire.stream.WireLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of one agent.
 *
 * <pre>
 *   identified --Hello--> greeted --Batch, DigestPart, Heartbeat--> greeted
 *       |                    |
 *       +--anything else-----+--Hello again, misbehaviour--> over
 * </pre>
 *
 * <p>The next message is asked for only when there is room for the one before.
 */
final class Session implements Inbound<FromAgent>, AgentLink {

    /** An agent is asked for its whole state at most this often. */
    static final Duration BETWEEN_DIGESTS = Duration.ofMinutes(1);

    /** A part has an entry of its own, an observation and a share in groups. */
    private static final int CHANGES_PER_COMPONENT = 4;

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    private final HostId host;
    private final String address;
    private final Outbound<FromCollector> out;
    private final Desk desk;
    private final DigestAssembly digests;
    private boolean greeted;
    private volatile boolean held;
    private volatile boolean over;
    private Optional<Position> unacknowledged = Optional.empty();
    private final NavigableMap<HostId, Position> devicesUnacknowledged = new TreeMap<>();
    private Optional<FromCollector.Duties> untold = Optional.empty();
    private Optional<Long> unanswered = Optional.empty();
    private Optional<Long> digestAskedNanos = Optional.empty();

    /**
     * @param host whom the peer's certificate names
     * @param address from where it speaks, for people
     */
    Session(HostId host, String address, Outbound<FromCollector> out, Desk desk) {
        this.host = host;
        this.address = address;
        this.out = out;
        this.desk = desk;
        int parts = desk.rules().get().mostComponents();
        digests = new DigestAssembly(CHANGES_PER_COMPONENT * parts + WireLimits.MOST_LOOKS);
    }

    @Override
    public void received(Decoded<FromAgent> message) {
        if (over) {
            return;
        }
        switch (message) {
            case Decoded.Understood<FromAgent>(FromAgent said, var misread) -> {
                misread.forEach((why, count) -> desk.tally().addMisread(why.word(), count));
                take(said);
            }
            case Decoded.NotUnderstood<FromAgent>(var reason, String detail) -> {
                desk.tally().addMisread(reason.word(), 1);
                cut(CutOff.NOT_UNDERSTOOD, reason.word() + ": " + detail);
            }
        }
    }

    private void take(FromAgent said) {
        if (greeted == said instanceof FromAgent.Hello) {
            cut(CutOff.OUT_OF_TURN, "expected Hello first and once");
            return;
        }
        switch (said) {
            case FromAgent.Hello hello -> greet(hello);
            case FromAgent.Batch batch -> take(batch);
            case FromAgent.DigestPart part -> take(part);
            case FromAgent.DeviceBatch batch -> take(batch);
            case FromAgent.DeviceStatuses statuses -> {
                desk.mailbox().execute(() -> desk.hosts().devices(this, host, statuses));
                out.request(1);
            }
            case FromAgent.Heartbeat heartbeat -> {
                desk.mailbox().execute(() -> desk.hosts().heartbeat(this, host, heartbeat));
                out.request(1);
            }
        }
    }

    private void greet(FromAgent.Hello hello) {
        switch (Admission.greet(host, hello)) {
            case Admission.Verdict.Refused(CutOff reason, String detail) -> cut(reason, detail);
            case Admission.Verdict.Admitted admitted -> {
                greeted = true;
                Instant receivedAt = desk.clock().instant();
                desk.mailbox()
                        .execute(
                                () ->
                                        desk.hosts()
                                                .connect(this, hello)
                                                .ifPresent(p -> welcome(hello, p, receivedAt)));
            }
        }
    }

    private void welcome(FromAgent.Hello hello, Position durable, Instant receivedAt) {
        out.send(
                new FromCollector.Welcome(
                        Math.min(hello.protocol(), WireLimits.PROTOCOL),
                        desk.version(),
                        durable,
                        desk.rules().get().heartbeat(),
                        receivedAt,
                        List.of(Capabilities.DEVICES),
                        Rules.POLL_LEASE));
        out.request(1);
    }

    private void take(FromAgent.Batch batch) {
        Payload payload = new Payload(Codec.encode(batch));
        whenThereIsRoom(batch, settled -> desk.hosts().batch(this, host, batch, payload, settled));
    }

    private void take(FromAgent.DeviceBatch said) {
        Payload payload = new Payload(Codec.encode(said.batch()));
        whenThereIsRoom(
                said.batch(),
                settled -> desk.hosts().deviceBatch(this, host, said, payload, settled));
    }

    private void whenThereIsRoom(FromAgent.Batch batch, Consumer<Runnable> taker) {
        try {
            held = true;
            int taken = desk.backlog().take(batch.changes().size());
            Runnable settled = () -> desk.backlog().giveBack(taken);
            desk.mailbox().execute(() -> taker.accept(settled));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut(CutOff.STOPPING, "the collector is stopping");
        } finally {
            held = false;
        }
        out.request(1);
    }

    private void take(FromAgent.DigestPart part) {
        switch (digests.join(part)) {
            case DigestAssembly.Joined.Open open -> out.request(1);
            case DigestAssembly.Joined.Whole(FromAgent.DigestPart digest) -> {
                desk.mailbox().execute(() -> desk.hosts().digest(this, host, digest));
                out.request(1);
            }
            case DigestAssembly.Joined.Unfit(String why) -> cut(CutOff.BAD_DIGEST, why);
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void ready() {
        tellAcknowledged();
    }

    @Override
    public void ended(Ended why) {
        over = true;
        if (greeted) {
            desk.mailbox().execute(() -> desk.hosts().disconnect(this, host));
        }
        log.info("{}: stream over: {} {}", host, why.cause(), why.detail());
    }

    @Override
    public void acknowledge(Position durable) {
        synchronized (this) {
            unacknowledged = Optional.of(durable);
        }
        tellAcknowledged();
    }

    @Override
    public void acknowledge(HostId device, Position durable) {
        synchronized (this) {
            devicesUnacknowledged.put(device, durable);
        }
        tellAcknowledged();
    }

    @Override
    public void assign(FromCollector.Duties duties) {
        synchronized (this) {
            untold = Optional.of(duties);
        }
        tellAcknowledged();
    }

    @Override
    public void heard(long heartbeat) {
        synchronized (this) {
            unanswered = Optional.of(heartbeat);
        }
        tellAcknowledged();
    }

    /** Only the latest of each is kept while there is no room, so that nothing piles up. */
    private synchronized void tellAcknowledged() {
        if (unacknowledged.isPresent() && out.isReady()) {
            out.send(new FromCollector.Ack(unacknowledged.get()));
            unacknowledged = Optional.empty();
        }
        if (untold.isPresent() && out.isReady()) {
            out.send(untold.get());
            untold = Optional.empty();
        }
        // An agent may poll on an answer, so that none may overtake duties that say otherwise.
        if (unanswered.isPresent() && untold.isEmpty() && out.isReady()) {
            out.send(new FromCollector.HeartbeatAck(unanswered.get()));
            unanswered = Optional.empty();
        }
        while (!devicesUnacknowledged.isEmpty() && out.isReady()) {
            Map.Entry<HostId, Position> first = devicesUnacknowledged.pollFirstEntry();
            out.send(new FromCollector.DeviceAck(first.getKey(), first.getValue()));
        }
    }

    @Override
    public void requestDigest(String reason) {
        long now = desk.ticker().nanos();
        boolean due =
                digestAskedNanos.isEmpty()
                        || now - digestAskedNanos.get() > BETWEEN_DIGESTS.toNanos();
        if (due) {
            digestAskedNanos = Optional.of(now);
            desk.tally().add(Tally.Count.DIGESTS_REQUESTED, 1);
            out.send(new FromCollector.DigestRequest(reason));
        }
    }

    @Override
    public void cut(CutOff reason, String detail) {
        over = true;
        desk.tally().add(reason);
        log.warn("{}: cut off, {}: {}", host, reason.word(), detail);
        out.end(new Ended(reason.cause(), detail));
        if (reason != CutOff.REPLACED) {
            desk.mailbox().execute(() -> desk.hosts().disconnect(this, host));
        }
    }

    @Override
    public boolean held() {
        return held;
    }
}
