package io.holdfast.collector.history;

import io.holdfast.config.collector.RetentionSettings;

/**
 * The room that the store takes, and that its file system has.
 *
 * @param used bytes of the store that hold something
 * @param free bytes of the file system that would be free if the store gave back what holds nothing
 * @param total bytes of the file system
 */
record Room(long used, long free, long total) {

    private static final int PERCENT = 100;

    /** Whether the store is too big, and whether it is the store that is. */
    enum Verdict {
        ENOUGH,
        /** Less history would help. */
        HISTORY_IS_TOO_BIG,
        /** Too little is free, and would be if the whole store were gone. */
        OTHERS_FILL_THE_DISK
    }

    /** That of a file system which does not tell how full it is. */
    static Room unlimited(long used) {
        return new Room(used, Long.MAX_VALUE, 0);
    }

    Verdict verdict(RetentionSettings settings) {
        if (used > settings.bytes()) {
            return Verdict.HISTORY_IS_TOO_BIG;
        }
        long missing = missing(settings);
        if (missing <= 0) {
            return Verdict.ENOUGH;
        }
        return used > missing ? Verdict.HISTORY_IS_TOO_BIG : Verdict.OTHERS_FILL_THE_DISK;
    }

    /** How many bytes more should be free; 0 or less where enough are. */
    long missing(RetentionSettings settings) {
        return total / PERCENT * settings.keepFreePercent() - free;
    }
}
