package io.holdfast.config.collector;

import io.holdfast.config.value.ByteSizes;
import java.time.Duration;

/**
 * How long history is kept; whichever of age and size is reached first prunes, readings before
 * changes.
 *
 * @param changes the age at which changes of health, presence and redundancy go
 * @param minutes the age at which readings of a minute go
 * @param hours the age at which readings of an hour go
 * @param bytes the most that history may take of the disk
 * @param keepFreePercent the share of the file system that history leaves free
 */
public record RetentionSettings(
        Duration changes, Duration minutes, Duration hours, long bytes, int keepFreePercent) {

    /** What holds where the configuration says nothing. */
    public static final RetentionSettings NORMAL =
            new RetentionSettings(
                    Duration.ofDays(400),
                    Duration.ofDays(14),
                    Duration.ofDays(400),
                    64 * ByteSizes.GIB,
                    5);
}
