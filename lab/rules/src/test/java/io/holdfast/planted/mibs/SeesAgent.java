package io.holdfast.planted.mibs;

import io.holdfast.planted.agent.daemon.Fine;

/** Breaks a rule on purpose. */
public class SeesAgent {
    public final Class<?> seen = Fine.class;
}
