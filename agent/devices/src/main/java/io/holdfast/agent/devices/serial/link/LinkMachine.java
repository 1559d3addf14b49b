package io.holdfast.agent.devices.serial.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One end of a link, without line, clock or key: frames and moments in, frames and events out.
 *
 * <p>Each end draws a session at its start and names in every frame its own and that of the other
 * end. Only a frame that names our session counts as heard: it was made after we drew it, by
 * somebody who has the key. Within a session the sequence must rise. A session that another has
 * replaced is never taken up again, so nothing that was recorded on the line can be played back,
 * neither to us nor to a restarted end. Messages are not repeated: the receiver is told how many
 * were lost. For one thread.
 */
final class LinkMachine {

    /** The most messages that wait to be sent; the oldest make room. */
    static final int MOST_WAITING = 64;

    /** The most sessions that are remembered as over; with more we draw a new one ourselves. */
    static final int MOST_OVER = 32;

    private final LinkTimes times;
    private final LongSupplier sessions;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final Set<Long> over = new LinkedHashSet<>();
    private LinkState state = LinkState.SILENT;
    private long own;
    private long sequence;
    private long peer;
    private long heardSequence;
    private long candidate;
    private long heardAtNanos;
    private long saidAtNanos;
    private long dropped;
    private long replays;

    /** What is to be done. */
    record Step(List<Frame> frames, List<LinkEvent> events) {
        static final Step NOTHING = new Step(List.of(), List.of());
    }

    /**
     * @param sessions draws sessions that nobody can guess and that do not repeat
     */
    LinkMachine(LinkTimes times, LongSupplier sessions, long nowNanos) {
        this.times = times;
        this.sessions = sessions;
        this.own = draw();
        this.heardAtNanos = nowNanos;
        this.saidAtNanos = nowNanos - times.beat().toNanos();
    }

    LinkState state() {
        return state;
    }

    /** How many messages gave way to younger ones before they were sent. */
    long dropped() {
        return dropped;
    }

    /** How many frames were refused as played back. */
    long replays() {
        return replays;
    }

    /** Takes a message to be sent when the link is up. */
    void offer(byte[] body) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.removeFirst();
            dropped++;
        }
        waiting.addLast(body.clone());
    }

    /** Lets time pass; to be called at least once a beat. */
    Step tick(long nowNanos) {
        List<Frame> frames = new ArrayList<>();
        List<LinkEvent> events = new ArrayList<>();
        long quiet = nowNanos - heardAtNanos;
        if (quiet >= times.quiet().toNanos() && state != LinkState.SILENT) {
            boolean wasUp = state == LinkState.UP;
            state = state.after(LinkState.Happening.QUIET);
            if (wasUp) {
                events.add(new LinkEvent.Down(Duration.ofNanos(quiet)));
            }
        }
        while (state == LinkState.UP && !waiting.isEmpty()) {
            frames.add(frame(Frame.Type.DATA, peer, waiting.removeFirst(), nowNanos));
        }
        if (nowNanos - saidAtNanos >= times.beat().toNanos()) {
            frames.add(frame(Frame.Type.HELLO, addressee(), new byte[0], nowNanos));
        }
        return new Step(frames, events);
    }

    /** Takes a frame in that was made with our key. */
    Step receive(Frame frame, long nowNanos) {
        long from = frame.sender();
        boolean old = from == peer && frame.sequence() <= heardSequence;
        if (from == own || from == 0 || over.contains(from) || old) {
            replays++;
            return Step.NOTHING;
        }
        return frame.receiver() == own ? proof(frame, nowNanos) : stranger(frame, nowNanos);
    }

    /** Somebody who does not hear us yet, or an old greeting; we answer, and believe nothing. */
    private Step stranger(Frame frame, long nowNanos) {
        boolean known = frame.sender() == peer || frame.sender() == candidate;
        if (frame.sender() == peer) {
            // It has started to hear another session of ours, or none: its frames still count.
            heardSequence = frame.sequence();
        } else {
            candidate = frame.sender();
        }
        if (state == LinkState.SILENT) {
            heardAtNanos = nowNanos;
        }
        state = state.after(LinkState.Happening.STRANGER);
        // One that is new is answered at once; one that goes on not hearing us waits for the beat.
        return known
                ? Step.NOTHING
                : new Step(
                        List.of(frame(Frame.Type.HELLO, frame.sender(), new byte[0], nowNanos)),
                        List.of());
    }

    private Step proof(Frame frame, long nowNanos) {
        List<LinkEvent> events = new ArrayList<>();
        boolean another = frame.sender() != peer;
        boolean restarted = another && peer != 0;
        long missed = another ? 0 : frame.sequence() - heardSequence - 1;
        if (restarted) {
            retire(peer);
        }
        peer = frame.sender();
        candidate = 0;
        heardSequence = frame.sequence();
        heardAtNanos = nowNanos;
        boolean wasUp = state == LinkState.UP;
        state = state.after(LinkState.Happening.PROOF);
        if (!wasUp || restarted) {
            events.add(new LinkEvent.Up(restarted));
        }
        if (frame.type() == Frame.Type.DATA) {
            events.add(new LinkEvent.Message(frame.body(), missed));
        }
        // The other end may not know yet that we hear it: told at once, it need not wait a beat.
        List<Frame> answer =
                another ? List.of(frame(Frame.Type.HELLO, peer, new byte[0], nowNanos)) : List.of();
        return new Step(answer, events);
    }

    /** With a session of our own that is new, whatever was said to the old one is void. */
    private void retire(long session) {
        over.add(session);
        if (over.size() > MOST_OVER) {
            over.clear();
            own = draw();
            sequence = 0;
        }
    }

    /** A candidate is told that we hear it in turn with the end that we know. */
    private long addressee() {
        boolean toCandidate = candidate != 0 && (state != LinkState.UP || sequence % 2 == 0);
        return toCandidate ? candidate : peer;
    }

    private Frame frame(Frame.Type type, long to, byte[] body, long nowNanos) {
        saidAtNanos = nowNanos;
        return new Frame(type, own, to, ++sequence, body);
    }

    private long draw() {
        long drawn = sessions.getAsLong();
        return drawn == 0 ? 1 : drawn;
    }
}
