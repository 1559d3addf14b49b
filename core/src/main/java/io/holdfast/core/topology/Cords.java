package io.holdfast.core.topology;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plugs power supplies into outlets. For one thread. */
final class Cords {

    private static final Set<Provenance> CONFIGURED = Set.of(Provenance.CONFIGURED);

    private final Draft draft;
    private final Map<HostId, HostFacts> facts;
    private final Managed managed;
    private final SortedMap<ComponentId, ComponentId> plugged = new TreeMap<>();
    private final SortedMap<HostId, List<ComponentId>> declaredOnly = new TreeMap<>();
    private final SortedMap<HostId, List<ComponentId>> supplies = new TreeMap<>();

    Cords(Draft draft, Map<HostId, HostFacts> facts, Managed managed) {
        this.draft = draft;
        this.facts = facts;
        this.managed = managed;
    }

    void plug(Supply supply) {
        supply.outlets().forEach((name, plug) -> plug(supply.device(), name, plug));
    }

    private void plug(HostId device, String name, Plug plug) {
        ComponentId outlet =
                PartNames.numbered(name, parts(device, Kind.OUTLET), ComponentId::name)
                        .orElseGet(() -> device.component(Kind.OUTLET, name));
        draft.requires(outlet, outlet.local(), 1, List.of(device.self()), CONFIGURED);
        List<HostId> sources = new ArrayList<>(managed.controllers(plug.host()));
        sources.addFirst(plug.host());
        List<ComponentId> found = new ArrayList<>();
        List<ComponentId> known = new ArrayList<>();
        for (HostId source : sources) {
            List<ComponentId> psus = parts(source, Kind.PSU);
            known.addAll(psus);
            PartNames.numbered(plug.part(), psus, ComponentId::name).ifPresent(found::add);
        }
        if (known.isEmpty()) {
            ComponentId psu = plug.host().component(Kind.PSU, plug.part());
            declaredOnly.computeIfAbsent(plug.host(), key -> new ArrayList<>()).add(psu);
            found.add(psu);
        } else {
            supplies.putIfAbsent(plug.host(), known);
        }
        if (found.isEmpty()) {
            draft.find(
                    Finding.Sort.MISSING,
                    List.of(plug.host().self(), outlet),
                    "the settings plug "
                            + plug
                            + " into outlet "
                            + name
                            + " of "
                            + device.host()
                            + ", but its supplies are "
                            + names(known));
        }
        found.forEach(psu -> cord(psu, outlet));
    }

    private void cord(ComponentId psu, ComponentId outlet) {
        ComponentId other = plugged.putIfAbsent(psu, outlet);
        if (other == null) {
            draft.requires(psu, "cord:" + psu.name(), 1, List.of(outlet), CONFIGURED);
        } else if (!other.equals(outlet)) {
            draft.find(
                    Finding.Sort.CONFLICT,
                    List.of(psu, other, outlet),
                    "the settings plug "
                            + psu.name()
                            + " of "
                            + psu.host().host()
                            + " into "
                            + place(other)
                            + " and into "
                            + place(outlet)
                            + "; the first is taken");
        }
    }

    /** To be called once, when all outlets are plugged. */
    void close() {
        declaredOnly.forEach(
                (host, psus) -> draft.requires(host.self(), "cords", 1, psus, CONFIGURED));
        supplies.forEach(
                (host, psus) ->
                        psus.stream()
                                .filter(psu -> !plugged.containsKey(psu))
                                .forEach(psu -> unplugged(host, psu)));
    }

    private void unplugged(HostId host, ComponentId psu) {
        draft.find(
                Finding.Sort.UNCONNECTED,
                List.of(psu, host.self()),
                psu.name()
                        + " of "
                        + host.host()
                        + ": the settings do not say which outlet feeds it");
    }

    private List<ComponentId> parts(HostId host, Kind kind) {
        return Optional.ofNullable(facts.get(host)).stream()
                .flatMap(known -> known.components().stream())
                .map(Component::id)
                .filter(id -> id.kind() == kind)
                .toList();
    }

    private static String place(ComponentId outlet) {
        return outlet.name() + " of " + outlet.host().host();
    }

    private static String names(List<ComponentId> parts) {
        return String.join(", ", parts.stream().map(ComponentId::name).toList());
    }
}
