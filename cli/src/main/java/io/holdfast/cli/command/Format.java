package io.holdfast.cli.command;

import java.util.Locale;

/** The forms of an answer. */
enum Format {
    TEXT,
    JSON;

    /** The word that users type. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
