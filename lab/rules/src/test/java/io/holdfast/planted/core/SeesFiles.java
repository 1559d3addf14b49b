package io.holdfast.planted.core;

/** Breaks a rule on purpose. */
public class SeesFiles {
    public final Class<?> seen = java.nio.file.Files.class;
}
