package io.holdfast.agent.daemon.uplink;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Entry;
import io.holdfast.agent.daemon.spool.Weight;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Numbered;
import io.holdfast.wire.stream.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The uplink's surroundings, by hand. */
final class Fakes {

    static final HostId HOST = new HostId("ber1", "r12", "db07");
    static final long INCARNATION = 1_772_366_400;

    private Fakes() {}

    /** A stream whose room is counted, and whose other end is the test. */
    static final class Wire implements Outbound<FromAgent> {
        final Inbound<FromCollector> in;
        final List<FromAgent> said = new ArrayList<>();
        final List<Ended> ends = new ArrayList<>();
        int room = Integer.MAX_VALUE;
        int requested;

        Wire(Inbound<FromCollector> in) {
            this.in = in;
        }

        @Override
        public boolean isReady() {
            return ends.isEmpty() && room > 0;
        }

        @Override
        public void send(FromAgent message) {
            room--;
            said.add(message);
        }

        @Override
        public void request(int messages) {
            requested += messages;
        }

        @Override
        public void end() {
            end(new Ended(Ended.Cause.CLOSED, ""));
        }

        @Override
        public void end(Ended why) {
            ends.add(why);
        }

        void hear(FromCollector message) {
            in.received(new Decoded.Understood<>(message, Map.of()));
        }

        void welcome(Position durable) {
            hear(
                    new FromCollector.Welcome(
                            1, "0.1.0", durable, Duration.ofSeconds(1), Instant.EPOCH, List.of()));
        }

        <T extends FromAgent> List<T> said(Class<T> sort) {
            return said.stream().filter(sort::isInstance).map(sort::cast).toList();
        }
    }

    /** A state that is only a position; digests are brought by the test. */
    static final class State implements Ledgers {
        Position position = new Position(INCARNATION, 0);
        int asked;
        final List<Long> restarts = new ArrayList<>();

        @Override
        public Position position() {
            return position;
        }

        @Override
        public void askWhole() {
            asked++;
        }

        @Override
        public void restartAfter(long incarnation) {
            restarts.add(incarnation);
        }

        /** Makes one change and lays it into the backlog. */
        void change(Backlog backlog, Weight weight) {
            position = position.next();
            byte[] bytes = Codec.encode(new Numbered(position.sequence(), observed(position)));
            backlog.add(List.of(new Entry(position, weight, bytes)));
        }
    }

    /** A change that names its position. */
    static Change observed(Position position) {
        return new Change.Observed(
                new Observation.Reported(
                        HOST.component(Kind.NIC, position.toString().replace('/', '-')),
                        Instant.EPOCH,
                        Health.OK,
                        List.of(),
                        List.of()));
    }
}
