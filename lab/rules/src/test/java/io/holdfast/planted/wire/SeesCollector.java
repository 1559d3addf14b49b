package io.holdfast.planted.wire;

import io.holdfast.planted.collector.planted.Prints;

/** Breaks a rule on purpose. */
public class SeesCollector {
    public final Class<?> seen = Prints.class;
}
