package io.holdfast.collector;

import io.holdfast.collector.store.Pause;
import io.holdfast.core.time.Ticker;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * What a collector is given of the world.
 *
 * @param clock for stamps
 * @param ticker for durations
 * @param pause lets time pass
 * @param random for keys, serial numbers and secrets
 * @param platformThreads for serial work
 * @param virtualThreads for everything that waits
 * @param fatal ends the process: memory and disk no longer agree, and a new start from the disk is
 *     the way out
 */
public record Means(
        InstantSource clock,
        Ticker ticker,
        Pause pause,
        SecureRandom random,
        ThreadFactory platformThreads,
        ThreadFactory virtualThreads,
        Consumer<String> fatal) {}
