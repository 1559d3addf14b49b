package io.holdfast.planted.collector;

import io.holdfast.planted.agent.daemon.Fine;

/** Breaks a rule on purpose. */
public class SeesAgentToo {
    public final Class<?> seen = Fine.class;
}
