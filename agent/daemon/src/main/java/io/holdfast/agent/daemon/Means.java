package io.holdfast.agent.daemon;

import io.holdfast.core.time.Ticker;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/**
 * What the agent is handed from outside.
 *
 * @param clock the calendar's clock
 * @param ticker the monotonic one
 * @param pause the means to wait
 * @param jitter spreads polls and attempts
 * @param secrets makes keys
 * @param virtual threads for what waits for devices and peers
 * @param platform threads for what waits in the kernel or for the disk
 */
public record Means(
        InstantSource clock,
        Ticker ticker,
        Pause pause,
        RandomGenerator jitter,
        SecureRandom secrets,
        ThreadFactory virtual,
        ThreadFactory platform) {

    /** Waits, and may be interrupted. */
    public interface Pause {

        /** Waits so long. */
        void forAtMost(Duration time) throws InterruptedException;
    }
}
