package io.holdfast.planted.agent.devices;

import io.holdfast.planted.wire.SeesCollector;

/** Breaks a rule on purpose. */
public class SeesWire {
    public final Class<?> seen = SeesCollector.class;
}
