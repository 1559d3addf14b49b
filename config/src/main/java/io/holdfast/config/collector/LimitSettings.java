package io.holdfast.config.collector;

import io.holdfast.config.value.ByteSizes;

/**
 * How much a collector takes on before it refuses.
 *
 * @param agents the most agents
 * @param componentsPerAgent the most components that one agent may report
 * @param messageBytes the longest message of an agent
 */
public record LimitSettings(int agents, int componentsPerAgent, long messageBytes) {

    /** What holds where the configuration says nothing. */
    public static final LimitSettings NORMAL = new LimitSettings(4_000, 2_000, 4 * ByteSizes.MIB);
}
