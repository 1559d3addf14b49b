package io.holdfast.collector.operations;

import java.io.IOException;
import java.nio.file.Path;

/** Copies of the store, made while it is in use. */
public interface Backups {

    /**
     * Writes a copy of the store, with the authority's key, that only its owner may read.
     *
     * @param target a file that does not exist yet
     * @throws IOException if it cannot be written whole; nothing is left behind then
     */
    Done backup(Path target) throws IOException;

    /** A finished backup. */
    record Done(Path file, long bytes) {}
}
