package io.holdfast.wire.api;

import java.time.Instant;

/**
 * A backup that was made.
 *
 * @param at when
 * @param file where it is, on the collector's machine
 * @param bytes its size
 */
public record BackupResult(Instant at, String file, long bytes) {}
