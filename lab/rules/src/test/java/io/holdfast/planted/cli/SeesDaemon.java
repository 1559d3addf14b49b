package io.holdfast.planted.cli;

import io.holdfast.planted.agent.daemon.Fine;

/** Breaks a rule on purpose. */
public class SeesDaemon {
    public final Class<?> seen = Fine.class;
}
