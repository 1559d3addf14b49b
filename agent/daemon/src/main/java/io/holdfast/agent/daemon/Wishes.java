package io.holdfast.agent.daemon;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What those around the process want of it; for several threads. */
final class Wishes {

    enum Wish {
        RELOAD,
        STOP
    }

    private final BlockingQueue<Wish> queue = new LinkedBlockingQueue<>();

    /** Wants the configuration read again; wanting it twice before it has begun is once. */
    void reload() {
        if (!queue.contains(Wish.RELOAD)) {
            queue.add(Wish.RELOAD);
        }
    }

    /** Wants the end. */
    void stop() {
        queue.add(Wish.STOP);
    }

    Wish next() throws InterruptedException {
        return queue.take();
    }
}
