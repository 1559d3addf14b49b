package io.holdfast.wire.api;

/**
 * Where a claim comes from.
 *
 * @param source the file, command or protocol that was asked
 * @param key the field there; may be empty
 * @param value what it said
 * @param label what that means; may be empty
 */
public record EvidenceReport(String source, String key, String value, String label) {}
