package io.holdfast.planted.cli;

/** Breaks a rule on purpose. */
public class Fine {
    public final int fine = 1;
}
