package io.holdfast.mibs.names;

import io.holdfast.mibs.object.Oid;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a MIB module.
 *
 * @param name its name, such as {@code IF-MIB}
 * @param nodes its objects and notifications in the order of their identifiers
 * @param types the types it defines
 */
public record MibModule(String name, List<MibNode> nodes, List<MibType> types) {

    /** The most nodes of one module. */
    public static final int MOST_NODES = 100_000;

    /** The most types of one module. */
    public static final int MOST_TYPES = 10_000;

    /** The longest name of anything. */
    public static final int LONGEST_NAME = 128;

    public MibModule {
        nodes =
                nodes.stream()
                        .sorted(Comparator.comparing(MibNode::oid).thenComparing(MibNode::name))
                        .toList();
        types = List.copyOf(types);
    }

    /** Where something of this name is. */
    public Optional<Oid> oid(String wanted) {
        return nodes.stream()
                .filter(node -> node.name().equals(wanted))
                .map(MibNode::oid)
                .findFirst();
    }

    /** Whether a text is fit to name something: letters, digits, hyphens and underscores. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.chars().allMatch(MibModule::isOfName);
    }

    private static boolean isOfName(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
