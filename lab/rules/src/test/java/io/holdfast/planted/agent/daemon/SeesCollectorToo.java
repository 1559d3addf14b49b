package io.holdfast.planted.agent.daemon;

import io.holdfast.planted.collector.planted.Prints;

/** Breaks a rule on purpose. */
public class SeesCollectorToo {
    public final Class<?> seen = Prints.class;
}
