package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A survey in the making: each component and each group at most once. */
final class Draft {

    private final HostId host;
    private final Instant at;
    private final Map<ComponentId, Component> components = new LinkedHashMap<>();
    private final Map<ComponentId, Observation> observations = new LinkedHashMap<>();
    private final Map<String, RedundancyGroup> groups = new LinkedHashMap<>();
    private final Map<String, ComponentId> byLink = new HashMap<>();
    private final List<Unseen> unseen = new ArrayList<>();

    Draft(HostId host, Instant at) {
        this.host = host;
        this.at = at;
    }

    HostId host() {
        return host;
    }

    Instant at() {
        return at;
    }

    /** Adds a part; whatever comes twice under one name counts once. */
    void add(Link link, Component component, Observation observation) {
        if (components.putIfAbsent(component.id(), component) == null) {
            observations.put(component.id(), observation);
        }
        byLink.put(key(link), component.id());
    }

    /** The component of a resource that was added. */
    Optional<ComponentId> id(Link link) {
        return Optional.ofNullable(byLink.get(key(link)));
    }

    Optional<Observation> observation(ComponentId id) {
        return Optional.ofNullable(observations.get(id));
    }

    void add(RedundancyGroup group) {
        groups.putIfAbsent(group.id().name(), group);
    }

    void add(Unseen what) {
        unseen.add(what);
    }

    List<Component> components() {
        return List.copyOf(components.values());
    }

    List<Observation> observations() {
        return List.copyOf(observations.values());
    }

    List<RedundancyGroup> groups() {
        return List.copyOf(groups.values());
    }

    List<Unseen> unseen() {
        return unseen;
    }

    /** BMCs are not of one mind about upper and lower case in their own links. */
    private static String key(Link link) {
        return link.toString().toLowerCase(Locale.ROOT);
    }
}
