package io.holdfast.agent.daemon.uplink;

import io.holdfast.agent.daemon.state.Digest;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromCollector;

/** What the uplink reacts to. */
public sealed interface Event {

    /** The collector said this, on the stream of this number. */
    record Heard(long stream, Decoded<FromCollector> message) implements Event {}

    /** There is room on a stream. */
    record Room(long stream) implements Event {}

    /** A stream is over. */
    record Over(long stream, Ended why) implements Event {}

    /** There are more changes to send. */
    record Changed() implements Event {}

    /** The state that was asked for. */
    record Whole(Digest digest) implements Event {}

    /** The agent has a certificate, perhaps a new one: an attempt may succeed now. */
    record Identified() implements Event {}

    /** Every probe has looked once: the state is worth a digest. */
    record Complete() implements Event {}

    /** The configuration has changed. */
    record Paced(UplinkSettings settings) implements Event {}

    /** Time has passed. */
    record Tick() implements Event {}
}
