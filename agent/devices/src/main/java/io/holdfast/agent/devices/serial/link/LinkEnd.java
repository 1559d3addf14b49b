package io.holdfast.agent.devices.serial.link;

import io.holdfast.agent.devices.serial.link.LinkMachine.Step;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One end of a link without its line: bytes and moments in, bytes and events out. For one thread.
 */
final class LinkEnd {

    private final FrameCodec codec;
    private final LinkMachine machine;
    private final Deframer deframer = new Deframer();
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private long received;
    private long sent;

    /** What is to be done. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes for the wire, never compared.
    record Output(byte[] bytes, List<LinkEvent> events) {}

    LinkEnd(LinkKey key, LinkTimes times, LongSupplier sessions, long nowNanos) {
        codec = new FrameCodec(key);
        machine = new LinkMachine(times, sessions, nowNanos);
    }

    /** Takes a message to be sent when the link is up. */
    void offer(byte[] body) {
        machine.offer(body);
    }

    /** Takes what came from the line, which may be nothing, and lets time pass. */
    Output turn(byte[] bytes, long nowNanos) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<LinkEvent> events = new ArrayList<>();
        for (byte[] piece : deframer.take(bytes)) {
            switch (codec.decode(piece)) {
                case FrameCodec.Decoded.Bad(Fault fault) -> faults.merge(fault, 1L, Long::sum);
                case FrameCodec.Decoded.Good(Frame frame) -> {
                    received++;
                    add(machine.receive(frame, nowNanos), out, events);
                }
            }
        }
        add(machine.tick(nowNanos), out, events);
        return new Output(out.toByteArray(), events);
    }

    private void add(Step step, ByteArrayOutputStream out, List<LinkEvent> events) {
        for (Frame frame : step.frames()) {
            sent++;
            out.writeBytes(codec.encode(frame));
        }
        events.addAll(step.events());
    }

    LinkState state() {
        return machine.state();
    }

    LinkCounts counts(long opened) {
        Map<Fault, Long> all = new EnumMap<>(Fault.class);
        all.putAll(faults);
        all.merge(Fault.TOO_LONG, deframer.overflows(), Long::sum);
        all.merge(Fault.REPLAY, machine.replays(), Long::sum);
        return new LinkCounts(
                machine.state(),
                received - machine.replays(),
                sent,
                machine.dropped(),
                opened,
                all);
    }
}
