package io.holdfast.collector.history;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file system that the store is on. */
@FunctionalInterface
interface Disk {

    /**
     * How big it is, and what is left of it.
     *
     * @param free bytes that the collector may still fill
     * @param total bytes in all
     */
    record Space(long free, long total) {}

    /** Looks how full it is now. */
    Space space() throws IOException;

    /** The one that a file is on. */
    static Disk of(Path file) {
        return () -> {
            FileStore disk = Files.getFileStore(file);
            return new Space(disk.getUsableSpace(), disk.getTotalSpace());
        };
    }
}
