package io.holdfast.planted.unmarked;

/** Breaks a rule on purpose. */
public class Unmarked {
    public final int fine = 1;
}
