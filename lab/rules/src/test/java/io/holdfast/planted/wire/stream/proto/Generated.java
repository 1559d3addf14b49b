package io.holdfast.planted.wire.stream.proto;

/** Breaks a rule on purpose. */
public class Generated {
    public final int fine = 1;
}
