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

/** Plugs NICs into ports of switches. For one thread. */
final class Cables {

    private static final Set<Provenance> CONFIGURED = Set.of(Provenance.CONFIGURED);

    private final Draft draft;
    private final Map<HostId, HostFacts> facts;
    private final Set<HostId> switches;
    private final SortedMap<ComponentId, ComponentId> plugged = new TreeMap<>();
    private final SortedMap<HostId, List<ComponentId>> declaredOnly = new TreeMap<>();

    Cables(Draft draft, Map<HostId, HostFacts> facts, Set<HostId> switches) {
        this.draft = draft;
        this.facts = facts;
        this.switches = switches;
    }

    void plug(Switching one) {
        one.ports().forEach((name, plug) -> plug(one.device(), name, plug));
    }

    private void plug(HostId device, String name, Plug plug) {
        ComponentId port =
                PartNames.numbered(name, parts(device, Kind.PORT), ComponentId::name)
                        .orElseGet(() -> device.component(Kind.PORT, name));
        draft.requires(port, port.local(), 1, List.of(device.self()), CONFIGURED);
        if (switches.contains(plug.host())) {
            // Which of two switches needs the other is what uplinks say.
            return;
        }
        List<ComponentId> nics = parts(plug.host(), Kind.NIC);
        Optional<ComponentId> nic = PartNames.named(plug.part(), nics, ComponentId::name);
        if (nics.isEmpty()) {
            nic = Optional.of(plug.host().component(Kind.NIC, plug.part()));
            declaredOnly.computeIfAbsent(plug.host(), key -> new ArrayList<>()).add(nic.get());
        }
        nic.ifPresentOrElse(found -> cable(found, port), () -> missing(plug, port, nics));
    }

    private void missing(Plug plug, ComponentId port, List<ComponentId> nics) {
        draft.find(
                Finding.Sort.MISSING,
                List.of(plug.host().self(), port),
                "the settings plug "
                        + plug
                        + " into "
                        + place(port)
                        + ", but its NICs are "
                        + String.join(", ", nics.stream().map(ComponentId::name).toList()));
    }

    private void cable(ComponentId nic, ComponentId port) {
        ComponentId other = plugged.putIfAbsent(nic, port);
        if (other == null) {
            draft.requires(nic, "cable:" + nic.name(), 1, List.of(port), CONFIGURED);
        } else if (!other.equals(port)) {
            draft.find(
                    Finding.Sort.CONFLICT,
                    List.of(nic, other, port),
                    "the settings plug "
                            + nic.name()
                            + " of "
                            + nic.host().host()
                            + " into "
                            + place(other)
                            + " and into "
                            + place(port)
                            + "; the first is taken");
        }
    }

    /** To be called once, when all ports are plugged. */
    void close() {
        declaredOnly.forEach(
                (host, nics) -> draft.requires(host.self(), "cables", 1, nics, CONFIGURED));
    }

    private List<ComponentId> parts(HostId host, Kind kind) {
        return Optional.ofNullable(facts.get(host)).stream()
                .flatMap(known -> known.components().stream())
                .map(Component::id)
                .filter(id -> id.kind() == kind)
                .toList();
    }

    private static String place(ComponentId port) {
        return "port " + port.name() + " of " + port.host().host();
    }
}
