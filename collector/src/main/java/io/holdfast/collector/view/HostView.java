package io.holdfast.collector.view;

import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.state.Look;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A host as a report shows it.
 *
 * @param agent who tells of it
 * @param acceptance when its inventory was accepted and by whom; empty before its first full look
 * @param components its parts, in order of their ids
 * @param groups its redundancy groups, in order of their ids
 * @param spofs the parts whose loss alone stops something here
 * @param unseen what could not be seen
 * @param differences what is not as accepted
 * @param looks the latest look of each probe
 * @param lastKnown how its groups stood when it was heard last; empty while it is heard
 * @param device who polls it, for a device that agents poll; empty for a host with an agent
 */
public record HostView(
        HostId host,
        AgentView agent,
        Optional<AcceptanceView> acceptance,
        List<ComponentView> components,
        List<Assessment> groups,
        List<SpofView> spofs,
        List<UnseenView> unseen,
        List<Difference> differences,
        SortedMap<String, Look> looks,
        Optional<LastKnownView> lastKnown,
        Optional<DeviceView> device) {
    public HostView {
        components = List.copyOf(components);
        groups = List.copyOf(groups);
        spofs = List.copyOf(spofs);
        unseen = List.copyOf(unseen);
        differences = List.copyOf(differences);
        looks = Collections.unmodifiableSortedMap(new TreeMap<>(looks));
    }
}
