package io.holdfast.core.topology;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over what hosts and devices say of their own parts: a group that carries nothing there
 * carries its host here, and that of a management controller the host it manages.
 */
final class Reported {

    private static final Set<Kind> UNITS = EnumSet.of(Kind.PDU, Kind.UPS, Kind.ATS, Kind.SWITCH);

    private final Draft draft;
    private final Managed managed;

    Reported(Draft draft, Managed managed) {
        this.draft = draft;
        this.managed = managed;
    }

    void add(HostFacts facts) {
        HostId host = facts.host();
        ComponentId bearer = managed.host(host).orElse(host).self();
        Set<Provenance> known =
                managed.isController(host)
                        ? EnumSet.of(Provenance.REPORTED, managed.known(host))
                        : EnumSet.of(Provenance.REPORTED);
        draft.add(host.self());
        facts.components().forEach(component -> draft.add(component.id()));
        Set<ComponentId> members = new HashSet<>();
        Set<ComponentId> carried = new HashSet<>();
        for (RedundancyGroup group : facts.groups()) {
            members.addAll(group.members());
            group.carries().ifPresent(carried::add);
            draft.put(group.carries().isPresent() ? group : carrying(group, bearer), known);
        }
        for (Component component : facts.components()) {
            ComponentId id = component.id();
            boolean top = id.kind() == Kind.BOND || id.kind() == Kind.ARRAY;
            if (top && carried.contains(id) && !members.contains(id)) {
                draft.requires(bearer, "on:" + id.local(), 1, List.of(id), known);
            }
        }
        unit(facts);
    }

    /** A device that lists itself as one part stands as that part does. */
    private void unit(HostFacts facts) {
        List<ComponentId> units =
                facts.components().stream()
                        .map(Component::id)
                        .filter(id -> facts.device().filter(kind -> kind == id.kind()).isPresent())
                        .filter(id -> UNITS.contains(id.kind()))
                        .toList();
        if (units.size() == 1) {
            Set<Provenance> known = EnumSet.of(Provenance.REPORTED);
            draft.requires(facts.host().self(), "unit", 1, units, known);
        }
    }

    private static RedundancyGroup carrying(RedundancyGroup group, ComponentId bearer) {
        // What carries nothing cannot be a part of itself.
        boolean itself = group.members().contains(bearer);
        return new RedundancyGroup(
                group.id(),
                group.kind(),
                group.members(),
                group.needed(),
                itself ? Optional.empty() : Optional.of(bearer),
                group.published());
    }
}
