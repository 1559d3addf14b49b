package io.holdfast.core.observation;

/**
 * Something that a probe wanted to see and could not, without knowing a component for it.
 *
 * @param target what was asked for, in plain words, such as {@code "disk health of sda"}
 * @param silence why, and what would help
 */
public record Unseen(String target, Silence silence) {}
