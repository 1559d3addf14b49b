package io.holdfast.wire.api;

/**
 * Something that could not be seen.
 *
 * @param target what was asked for: a component's id, or plain words where none is known
 * @param reason what was tried and what came back
 * @param cause the closed cause
 * @param remedy what to install, grant or connect; may be empty
 */
public record SilentReport(String target, String reason, SilenceCause cause, String remedy) {}
