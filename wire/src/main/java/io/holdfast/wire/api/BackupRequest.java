package io.holdfast.wire.api;

import java.util.Optional;

/**
 * Asks for a backup of the collector's store and authority.
 *
 * @param file an absolute path on the collector's machine that does not exist yet, only for callers
 *     on that machine; the collector's own choice if missing
 */
public record BackupRequest(Optional<String> file) {}
