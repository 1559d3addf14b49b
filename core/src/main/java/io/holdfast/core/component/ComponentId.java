package io.holdfast.core.component;

/**
 * The name of a component in the whole data centre: {@code site/rack/host/kind:name}.
 *
 * @param host where it is
 * @param kind what it is
 * @param name what its host calls it, such as {@code eth0} or {@code PS1}; may hold spaces, slashes
 *     and colons because devices choose these names
 */
public record ComponentId(HostId host, Kind kind, String name) implements Comparable<ComponentId> {

    public ComponentId {
        Names.requireName(name);
        name = name.intern();
    }

    /**
     * The component that this text names.
     *
     * @throws IllegalArgumentException if the text is not {@code site/rack/host/kind:name} or the
     *     kind is unknown
     */
    public static ComponentId parse(String text) {
        String[] parts = text.split("/", 4);
        int colon = parts.length == 4 ? parts[3].indexOf(':') : -1;
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "expected a component as site/rack/host/kind:name, found '" + text + "'");
        }
        String word = parts[3].substring(0, colon);
        Kind kind =
                Kind.ofWord(word)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "unknown kind '" + word + "' in '" + text + "'"));
        HostId host = new HostId(parts[0], parts[1], parts[2]);
        return new ComponentId(host, kind, parts[3].substring(colon + 1));
    }

    /** The part after the host, {@code kind:name}: what a report about one host shows. */
    public String local() {
        return kind.word() + ":" + name;
    }

    @Override
    public int compareTo(ComponentId other) {
        int byHost = host.compareTo(other.host);
        if (byHost != 0) {
            return byHost;
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return host + "/" + local();
    }
}
