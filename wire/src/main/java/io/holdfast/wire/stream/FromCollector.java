package io.holdfast.wire.stream;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a collector says to an agent. */
public sealed interface FromCollector {

    /**
     * The answer to {@link FromAgent.Hello}.
     *
     * @param protocol the version of the wire's rules that both will keep
     * @param version of the collector's software, for people
     * @param durable the last change of this agent that is on the collector's disk
     * @param heartbeat how often the agent shall be heard
     * @param receivedAt when Hello came, by the collector's clock
     * @param capabilities what the collector can do beyond the protocol's version
     * @param pollLease a poller stops this long after it sent the last heartbeat that was answered;
     *     zero where heartbeats are not answered
     */
    record Welcome(
            int protocol,
            String version,
            Position durable,
            Duration heartbeat,
            Instant receivedAt,
            List<String> capabilities,
            Duration pollLease)
            implements FromCollector {
        public Welcome {
            capabilities = List.copyOf(capabilities);
        }

        /** Of a collector that does not answer heartbeats. */
        public Welcome(
                int protocol,
                String version,
                Position durable,
                Duration heartbeat,
                Instant receivedAt,
                List<String> capabilities) {
            this(protocol, version, durable, heartbeat, receivedAt, capabilities, Duration.ZERO);
        }
    }

    /** Everything up to and with this position is durable. */
    record Ack(Position position) implements FromCollector {}

    /**
     * The collector doubts its own state and wants the whole.
     *
     * @param reason for the agent's log
     */
    record DigestRequest(String reason) implements FromCollector {}

    /**
     * All devices that the agent shall ask, in place of those named before.
     *
     * @param revision rises with every list of a stream
     */
    record Duties(long revision, List<DeviceDuty> duties) implements FromCollector {
        public Duties {
            duties = List.copyOf(duties);
        }
    }

    /** Everything of a device up to and with this position is durable, or is not wanted. */
    record DeviceAck(HostId device, Position position) implements FromCollector {}

    /**
     * The heartbeat of this number was heard; duties that were given before it was heard have been
     * sent.
     */
    record HeartbeatAck(long number) implements FromCollector {}
}
