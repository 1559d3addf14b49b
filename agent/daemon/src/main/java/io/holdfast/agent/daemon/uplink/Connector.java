package io.holdfast.agent.daemon.uplink;

import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Outbound;

/** Opens streams to the collector, with the identity of the moment. */
public interface Connector {

    /** Opens a stream, closing the one before; whether it succeeds is told to {@code in}. */
    Outbound<FromAgent> open(Inbound<FromCollector> in);
}
