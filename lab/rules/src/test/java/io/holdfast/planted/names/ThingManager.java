package io.holdfast.planted.names;

/** Breaks a rule on purpose. */
public class ThingManager {
    public final int fine = 1;
}
