package io.holdfast.cli;

import java.time.Duration;

/** The means to wait. */
@FunctionalInterface
public interface Pause {

    /** Waits so long. */
    void forAtMost(Duration duration) throws InterruptedException;
}
