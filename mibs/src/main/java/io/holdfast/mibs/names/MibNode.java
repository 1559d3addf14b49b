package io.holdfast.mibs.names;

import io.holdfast.mibs.object.Oid;
import java.util.List;

/**
 * An object, notification or place of a MIB module.
 *
 * @param oid where it is in the tree
 * @param name its name, without its module's
 * @param kind what it is
 * @param syntax the type it is written with, such as {@code TruthValue}; empty for none
 * @param labels the words of its values
 * @param objects what a notification carries, in order
 */
public record MibNode(
        Oid oid, String name, NodeKind kind, String syntax, Labels labels, List<Oid> objects) {

    /** The most objects of one notification. */
    public static final int MOST_OBJECTS = 256;

    public MibNode {
        objects = List.copyOf(objects);
    }

    /** A mere place in the tree. */
    public static MibNode place(Oid oid, String name) {
        return new MibNode(oid, name, NodeKind.NODE, "", Labels.NONE, List.of());
    }
}
