package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Refusal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only a few of those answers be made at once that hold a picture of every host; others wait,
 * and are refused if that takes too long.
 *
 * @param places how many at once
 * @param patience how long others wait
 */
record Gate(Semaphore places, Duration patience) {

    /** Pictures of two thousand hosts, so many of them fit into a collector's memory. */
    static final int MOST = 2;

    static Gate normal() {
        return new Gate(new Semaphore(MOST, true), Duration.ofSeconds(10));
    }

    /** Makes an answer behind the gate; refuses before anything is written. */
    Answer.Writing behind(Answer.Writing writing) {
        return out -> pass(writing, out);
    }

    private void pass(Answer.Writing writing, OutputStream out) throws IOException {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.unavailable(
                        "expected at most " + MOST + " reports to be made at once, found more",
                        "ask again, or ask for fewer hosts with ?host=");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the collector is stopping");
        }
        try {
            writing.write(out);
        } finally {
            places.release();
        }
    }
}
