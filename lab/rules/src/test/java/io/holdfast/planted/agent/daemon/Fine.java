package io.holdfast.planted.agent.daemon;

/** Breaks a rule on purpose. */
public class Fine {
    public final int fine = 1;
}
