package io.holdfast.config.topology;

import io.holdfast.config.yaml.Suggestion;
import io.holdfast.core.component.HostId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which host a name means: those that the topology or the lists of devices name. */
final class KnownHosts {

    private final SortedSet<HostId> all = new TreeSet<>();

    void add(HostId host) {
        all.add(host);
    }

    /**
     * The host of this name, which is its own, {@code rack/host} or {@code site/rack/host}.
     *
     * @throws IllegalArgumentException if there is none or several; the message says so
     */
    HostId find(String name) {
        if (name.chars().filter(c -> c == '/').count() == 2) {
            return HostId.parse(name);
        }
        List<HostId> fitting = all.stream().filter(id -> ("/" + id).endsWith("/" + name)).toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (fitting.isEmpty()) {
            List<String> names = all.stream().map(HostId::host).distinct().toList();
            throw new IllegalArgumentException(
                    "expected a host of this topology or site/rack/host, found '"
                            + name
                            + "'"
                            + Suggestion.nearest(name, names)
                                    .map(word -> "; did you mean '" + word + "'?")
                                    .orElse(""));
        }
        throw new IllegalArgumentException(
                "expected one host, found '"
                        + name
                        + "' in several racks: "
                        + fitting.stream().map(HostId::toString).collect(Collectors.joining(", ")));
    }
}
