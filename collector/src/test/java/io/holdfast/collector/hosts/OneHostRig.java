package io.holdfast.collector.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.inventory.FirstSight;
import io.holdfast.collector.ledger.Payload;
import io.holdfast.collector.peer.Parts;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.Numbered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One host and its agent by hand. */
abstract class OneHostRig extends HostsRig {

    static final HostId HOST = HostId.parse("ber1/r1/db1");

    final FakeLink link = new FakeLink();
    long sequence;

    final void settle() {
        connect();
        send(Parts.firstLook(HOST, 2, time.instant()));
        pass(FirstSight.SETTLING.plusSeconds(1));
        heartbeat();
    }

    final void connect() {
        assertThat(hosts.connect(link, hello(7))).contains(Position.NONE);
    }

    final FromAgent.Hello hello(long incarnation) {
        return new FromAgent.Hello(1, "test", HOST, incarnation, List.of(), time.instant(), "");
    }

    final void send(List<Change> changes) {
        List<Numbered> numbered = new ArrayList<>();
        for (Change change : changes) {
            numbered.add(new Numbered(++sequence, change));
        }
        FromAgent.Batch batch = FromAgent.Batch.of(7, numbered);
        hosts.batch(link, HOST, batch, new Payload(Codec.encode(batch)), () -> {});
    }

    final void heartbeat() {
        hosts.heartbeat(
                link,
                HOST,
                new FromAgent.Heartbeat(
                        time.instant(),
                        new Position(7, sequence),
                        0,
                        0,
                        Duration.ZERO,
                        1,
                        Duration.ZERO,
                        new TreeMap<>()));
    }

    final void pass(Duration span) {
        passSilently(span.toSeconds());
    }

    final Instant at(int seconds) {
        return time.instant().plusSeconds(seconds);
    }
}
