package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends a question and waits for its answer, again and again with growing waits, within a deadline.
 * What comes and is not the answer is counted and left.
 */
final class Courier {

    /** A wait is up to a quarter longer, so that many askers do not fall into step. */
    private static final double JITTER = 0.25;

    /** One question is answered by one packet: a flood of others is cut off. */
    private static final int MOST_STRANGERS = 64;

    private final Datagrams way;
    private final Patience patience;
    private final Ticker ticker;
    private final RandomGenerator random;
    private long sent;

    Courier(Datagrams way, Patience patience, Ticker ticker, RandomGenerator random) {
        this.way = way;
        this.patience = patience;
        this.ticker = ticker;
        this.random = random;
    }

    /** How many packets went out. */
    long sent() {
        return sent;
    }

    /** Sends a packet to which no answer matters. */
    void drop(byte[] packet) throws IOException {
        sent++;
        way.send(packet);
    }

    /**
     * Asks.
     *
     * @param what the question, in words
     * @param repeatable whether it may be sent more than once
     * @param packet makes the packet, anew for each try
     * @param reader reads an answer; bad is what does not belong to the question
     */
    <T> Delivery<T> deliver(
            String what,
            boolean repeatable,
            Supplier<byte[]> packet,
            Function<byte[], Decoded<T>> reader)
            throws InterruptedException {
        Ignored ignored = new Ignored();
        int tries = repeatable ? patience.tries() : 1;
        long end = ticker.nanos() + patience.deadline().toNanos();
        long wait = patience.firstWait().toNanos();
        int strangers = 0;
        try {
            for (int i = 0; i < tries && ticker.nanos() < end; i++) {
                sent++;
                way.send(packet.get());
                long jitter = (long) (wait * JITTER * random.nextDouble());
                long until = Math.min(end, ticker.nanos() + wait + jitter);
                wait *= 2;
                for (long left = until - ticker.nanos();
                        left > 0 && strangers < MOST_STRANGERS;
                        left = until - ticker.nanos()) {
                    Optional<byte[]> came = way.receive(Duration.ofNanos(left));
                    if (came.isEmpty()) {
                        continue;
                    }
                    switch (reader.apply(came.get())) {
                        case Decoded.Good<T>(T value) -> {
                            return new Delivery.Came<>(value);
                        }
                        case Decoded.Bad<T>(String reason) -> {
                            ignored.count(reason);
                            strangers++;
                        }
                    }
                }
            }
        } catch (PortUnreachableException e) {
            return failed(Answer.Why.UNREACHABLE, what + ": nothing listens at that UDP port");
        } catch (IOException e) {
            return failed(Answer.Why.UNREACHABLE, what + ": " + e.getMessage());
        }
        return silent(what, tries, ignored);
    }

    private static <T> Delivery<T> silent(String what, int tries, Ignored ignored) {
        String detail =
                "no answer to %s within %s %s".formatted(what, tries, tries == 1 ? "try" : "tries");
        return ignored.any()
                ? failed(
                        Answer.Why.NOT_UNDERSTOOD,
                        detail + "; what came instead: " + ignored.words())
                : failed(Answer.Why.TIMED_OUT, detail);
    }

    static <T> Delivery<T> failed(Answer.Why why, String detail) {
        return new Delivery.Failed<>(new Answer.None(why, detail));
    }
}
