package io.holdfast.config.yaml;

/**
 * Something outside the file that the file names, and that may be wrong although the file is not.
 */
public interface Mention {

    /** The place in the file that names it. */
    Position at();
}
