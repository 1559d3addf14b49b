package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.exchange.Exchange.Outcome;
import io.holdfast.core.time.Ticker;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.Target;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.smi.UdpAddress;

/**
 * Messages to one device, one on its way at a time, each following from the answer to the one
 * before.
 *
 * <p>One thread waits for the end; the listener's goes on with it. Guarded by its own monitor.
 */
final class Talk {

    /** Makes the next message of an answer. Runs on the listener's thread: it must not wait. */
    interface Onward {

        /** After one answer nothing more. */
        Onward NOWHERE = answer -> null;

        /** The next message; null where there is none. */
        @Nullable PDU after(PDU answer);
    }

    private final InetSocketAddress address;
    private final Target<UdpAddress> target;
    private final Onward onward;
    private final CompletableFuture<Outcome> over = new CompletableFuture<>();

    private int id;
    private long saidNanos;

    /** The handle has to live as long as the question: SNMP4J refers to it weakly. */
    private @Nullable PduHandle lastSaid;

    private boolean ended;

    Talk(InetSocketAddress address, Target<UdpAddress> target, Onward onward) {
        this.address = address;
        this.target = target;
        this.onward = onward;
    }

    InetSocketAddress address() {
        return address;
    }

    Target<UdpAddress> target() {
        return target;
    }

    /** The id of the message that is on its way. */
    synchronized int id() {
        return id;
    }

    synchronized @Nullable PduHandle lastSaid() {
        return lastSaid;
    }

    /** A message goes out; its answer may come before {@link #said}. */
    synchronized void saying(int freshId, long nowNanos) {
        id = freshId;
        saidNanos = nowNanos;
        lastSaid = null;
    }

    synchronized void said(PduHandle handle) {
        lastSaid = handle;
    }

    /** Whether the answer to this message is still waited for. */
    synchronized boolean awaits(int answeredId) {
        return !ended && id == answeredId;
    }

    /** What to say next; a report of SNMPv3 is for the asker, not for whoever goes on. */
    @Nullable PDU next(PDU answer) {
        return answer.getType() == PDU.RESPONSE ? onward.after(answer) : null;
    }

    synchronized void end(Outcome outcome) {
        ended = true;
        over.complete(outcome);
    }

    /** Whoever makes the next message failed; the asker is told. */
    synchronized void fail(RuntimeException problem) {
        ended = true;
        over.completeExceptionally(problem);
    }

    /** The session is closed. */
    void close() {
        end(new Outcome.Nothing(new Trouble(Trouble.Kind.CLOSED, "the session was closed")));
    }

    /** Waits for the end; null where an answer did not come within this patience. */
    @Nullable Outcome await(Duration patience, Ticker ticker) throws InterruptedException {
        long left = patience.toNanos();
        while (true) {
            try {
                return over.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                synchronized (this) {
                    left = saidNanos + patience.toNanos() - ticker.nanos();
                    if (left <= 0 && !ended) {
                        ended = true;
                        return null;
                    }
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a talk with " + address + " failed", e.getCause());
            }
        }
    }
}
