package io.holdfast.config.collector;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The daily backup.
 *
 * @param directory where backups go
 * @param at the time of day
 * @param zone the time zone of {@code at}
 * @param keep how many backups are kept
 */
public record BackupSettings(Path directory, LocalTime at, ZoneId zone, int keep) {}
