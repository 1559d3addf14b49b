package io.holdfast.collector.ledger;

import io.holdfast.collector.inventory.Accepted;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.Change;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Accepted inventories as bytes of the store: the changes that lead from nothing to one. */
final class AcceptedBytes {

    private AcceptedBytes() {}

    static byte[] encode(Accepted accepted) {
        List<Change> changes = new ArrayList<>();
        Pinned pinned = accepted.pinned();
        pinned.components()
                .forEach(
                        (id, component) ->
                                changes.add(
                                        new Change.Seen(
                                                component, pinned.probes().getOrDefault(id, ""))));
        pinned.groups().values().forEach(g -> changes.add(new Change.Grouped(g, "")));
        accepted.sighted()
                .forEach(probe -> changes.add(new Change.Looked(probe, Instant.EPOCH, true)));
        return ChangeBytes.encode(changes);
    }

    /**
     * The inventory of these bytes.
     *
     * @throws IOException if they are none
     */
    static Accepted decode(Instant at, String by, byte[] bytes) throws IOException {
        SortedMap<ComponentId, Component> components = new TreeMap<>();
        SortedMap<ComponentId, String> probes = new TreeMap<>();
        SortedMap<GroupId, RedundancyGroup> groups = new TreeMap<>();
        SortedSet<String> sighted = new TreeSet<>();
        for (Change change : ChangeBytes.decode(bytes)) {
            switch (change) {
                case Change.Seen seen -> {
                    components.put(seen.component().id(), seen.component());
                    probes.put(seen.component().id(), seen.probe());
                }
                case Change.Grouped grouped -> groups.put(grouped.group().id(), grouped.group());
                case Change.Looked looked -> sighted.add(looked.probe());
                case Change.Observed observed -> throw unexpected(observed);
                case Change.Forgotten forgotten -> throw unexpected(forgotten);
                case Change.Ungrouped ungrouped -> throw unexpected(ungrouped);
                case Change.UnseenListed listed -> throw unexpected(listed);
            }
        }
        return new Accepted(at, by, new Pinned(components, probes, groups), sighted);
    }

    private static IOException unexpected(Change change) {
        return new IOException("expected an inventory, found " + change.getClass().getSimpleName());
    }
}
