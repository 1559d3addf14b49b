package io.holdfast.collector.store;

import java.time.Duration;

/** The means to let time pass. */
@FunctionalInterface
public interface Pause {
    void pause(Duration length) throws InterruptedException;
}
