package io.holdfast.collector.ingest;

import io.holdfast.collector.hosts.CutOff;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Outbound;
import io.holdfast.wire.stream.Peer;
import io.holdfast.wire.stream.UplinkService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a session for whoever may have one, and ends the streams of all others. */
final class Strangers implements UplinkService.Sessions {

    private static final Logger log = LoggerFactory.getLogger(Strangers.class);

    private final Desk desk;

    Strangers(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Inbound<FromAgent> open(Peer peer, Outbound<FromCollector> out) {
        return switch (desk.admission().identify(peer, desk.clock().instant())) {
            case Admission.Verdict.Admitted admitted ->
                    new Session(admitted.host(), address(peer), out, desk);
            case Admission.Verdict.Refused(CutOff reason, String detail) -> {
                desk.tally().add(reason);
                log.warn("stream from {} refused, {}: {}", address(peer), reason.word(), detail);
                yield new Refusal(out, new Ended(reason.cause(), detail));
            }
        };
    }

    private static String address(Peer peer) {
        return peer.address().map(Object::toString).orElse("somewhere");
    }

    /** Says no to the first message: before that, the stream is not open yet. */
    private record Refusal(Outbound<FromCollector> out, Ended why) implements Inbound<FromAgent> {

        @Override
        public void received(Decoded<FromAgent> message) {
            out.end(why);
        }

        @Override
        public void ready() {}

        @Override
        public void ended(Ended over) {}
    }
}
