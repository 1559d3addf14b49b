package io.holdfast.mibs.names;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a name of a MIB module stands for. */
public enum NodeKind {
    /** A mere place in the tree, and groups, identities and compliances. */
    NODE,
    /** An object with the one instance 0. */
    SCALAR,
    TABLE,
    ROW,
    COLUMN,
    NOTIFICATION;

    /** The word in a names file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NodeKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
