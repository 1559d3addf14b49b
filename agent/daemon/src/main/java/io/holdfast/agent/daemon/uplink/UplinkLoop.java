package io.holdfast.agent.daemon.uplink;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The thread that feeds the uplink, with the queue of what happened.
 *
 * <p>The queue is short by itself: a stream brings one message at a time, because the next is asked
 * for when the last has been dealt with, and "there are more changes" is kept once.
 */
public final class UplinkLoop implements Runnable, Consumer<Event> {

    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private volatile Optional<Uplink> uplink = Optional.empty();

    /** Gives the loop what it shall feed; before it runs. */
    public void set(Uplink fed) {
        uplink = Optional.of(fed);
    }

    @Override
    public void accept(Event event) {
        queue.add(event);
    }

    /** There are more changes to send. */
    public void changed() {
        if (changed.compareAndSet(false, true)) {
            queue.add(new Event.Changed());
        }
    }

    /** Works until interrupted; then says good-bye. */
    @Override
    public void run() {
        Uplink fed = uplink.orElseThrow();
        try {
            while (true) {
                Event event = queue.poll(fed.untilNext().toNanos(), TimeUnit.NANOSECONDS);
                if (event instanceof Event.Changed) {
                    changed.set(false);
                }
                fed.feed(event == null ? new Event.Tick() : event);
            }
        } catch (InterruptedException e) {
            fed.end();
            Thread.currentThread().interrupt();
        }
    }
}
