package io.holdfast.wire.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a device that agents poll answers.
 *
 * @param state whether it answers
 * @param poller the agent that polls it; empty where none reaches it
 * @param lastAnswer when it answered last, by the collector's clock
 * @param ageSeconds how long ago that was
 */
public record DeviceAnswer(
        DeviceList.State state,
        Optional<String> poller,
        Optional<Instant> lastAnswer,
        OptionalLong ageSeconds) {}
