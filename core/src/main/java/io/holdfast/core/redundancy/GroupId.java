package io.holdfast.core.redundancy;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;

/**
 * The name of a redundancy group: {@code site/rack/host/group:name}.
 *
 * @param host the host whose function the group carries
 * @param name what is carried, such as {@code power}, {@code cooling}, {@code bond0} or {@code md0}
 */
public record GroupId(HostId host, String name) implements Comparable<GroupId> {

    private static final String PREFIX = "group:";

    public GroupId {
        // A group's name follows the rules of a component's name.
        ComponentId checked = new ComponentId(host, Kind.HOST, name);
        name = checked.name();
    }

    /**
     * The group that this text names.
     *
     * @throws IllegalArgumentException if the text is not {@code site/rack/host/group:name}
     */
    public static GroupId parse(String text) {
        String[] parts = text.split("/", 4);
        if (parts.length != 4 || !parts[3].startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "expected a group as site/rack/host/group:name, found '" + text + "'");
        }
        HostId host = new HostId(parts[0], parts[1], parts[2]);
        return new GroupId(host, parts[3].substring(PREFIX.length()));
    }

    @Override
    public int compareTo(GroupId other) {
        int byHost = host.compareTo(other.host);
        return byHost != 0 ? byHost : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return host + "/" + PREFIX + name;
    }
}
