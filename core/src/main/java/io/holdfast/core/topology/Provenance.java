package io.holdfast.core.topology;

import java.util.Locale;

/** Where an edge of the graph is known from; several may know of the same edge. */
public enum Provenance {
    /** A person wrote it into the settings. */
    CONFIGURED,
    /** The host, its management controller or the device itself groups its parts so. */
    REPORTED,
    /** The names of two things say that they belong together. */
    NAMES;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in reports and JSON. */
    public String word() {
        return word;
    }
}
