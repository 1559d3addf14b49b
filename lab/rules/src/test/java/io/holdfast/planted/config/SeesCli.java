package io.holdfast.planted.config;

import io.holdfast.planted.cli.Fine;

/** Breaks a rule on purpose. */
public class SeesCli {
    public final Class<?> seen = Fine.class;
}
