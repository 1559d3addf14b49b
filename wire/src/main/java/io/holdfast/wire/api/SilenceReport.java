package io.holdfast.wire.api;

/**
 * Why nothing is known of a component.
 *
 * @param cause the word of the closed cause, such as {@code timed_out}
 * @param detail what was tried and what came back
 * @param remedy what would help; may be empty
 */
public record SilenceReport(SilenceCause cause, String detail, String remedy) {}
