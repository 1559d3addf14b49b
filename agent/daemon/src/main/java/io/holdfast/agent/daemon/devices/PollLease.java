package io.holdfast.agent.daemon.devices;

import java.time.Duration;
import java.util.Optional;

/**
 * For how long this agent may poll: a while after it sent the last message that the collector has
 * answered. The collector counts from when that message came, which is later, before it lets
 * another poll.
 *
 * <pre>
 *   HELD --streamOpening, or time--> LOST --told its duties and heard on the new stream--> HELD
 * </pre>
 *
 * <p>A collector that gives no lease leaves it held for ever. Mutable and for one thread at a time.
 */
final class PollLease {

    private Duration length = Duration.ZERO;
    private long endsNanos;
    private boolean held = true;
    private boolean told = true;

    /** Whether this agent polls. */
    boolean isHeld() {
        return held;
    }

    /** When it has to stop; empty where it need not, or has. */
    Optional<Long> ends() {
        return held && limited() ? Optional.of(endsNanos) : Optional.empty();
    }

    /** Whether it should have stopped by now and was not told yet that it has. */
    boolean hasRunOut(long nanos) {
        return ends().filter(end -> nanos - end >= 0).isPresent();
    }

    /**
     * The duties of the last stream hold no more.
     *
     * @return whether it has to stop with this
     */
    boolean streamOpening() {
        boolean stops = held && limited();
        told &= !limited();
        held &= !limited();
        return stops;
    }

    /**
     * The collector has greeted back.
     *
     * @param lease zero for ever
     * @param sentNanos when the message was sent that was heard
     */
    void streamOpened(Duration lease, long sentNanos) {
        length = lease;
        endsNanos = sentNanos + length.toNanos();
    }

    /**
     * The collector has said what is to be polled.
     *
     * @return whether it goes on with this
     */
    boolean told(long nanos) {
        told = true;
        return goOn(nanos);
    }

    /**
     * A message was heard that was sent at this moment.
     *
     * @return whether it goes on with this
     */
    boolean heard(long sentNanos, long nanos) {
        endsNanos = sentNanos + length.toNanos();
        return goOn(nanos);
    }

    /**
     * Notes that it has run out.
     *
     * @return whether it has to stop with this
     */
    boolean isOver(long nanos) {
        boolean over = hasRunOut(nanos);
        held &= !over;
        return over;
    }

    private boolean goOn(long nanos) {
        boolean goesOn = !held && told && (!limited() || nanos - endsNanos < 0);
        held |= goesOn;
        return goesOn;
    }

    private boolean limited() {
        return !length.isZero();
    }
}
