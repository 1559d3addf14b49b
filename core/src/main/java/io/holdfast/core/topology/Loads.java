package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.situation.Hypothesis;
import io.holdfast.core.situation.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Works out who carries the load of what is lost: a host's other supplies take what the lost ones
 * drew, and the other legs of a bond what the lost ones moved.
 */
final class Loads {

    private final Estate estate;
    private final Topology topology;
    private final Meters meters;
    private final Hypothesis without;
    private final SortedMap<ComponentId, Double> added = new TreeMap<>();
    private final Set<ComponentId> unmeasured = new HashSet<>();
    private final Map<ComponentId, Integer> cords = new HashMap<>();
    private final List<Load> loads = new ArrayList<>();

    private Loads(Estate estate, Meters meters, Hypothesis without) {
        this.estate = estate;
        this.topology = estate.topology();
        this.meters = meters;
        this.without = without;
    }

    static List<Load> of(Estate estate, Meters meters, Hypothesis without) {
        return new Loads(estate, meters, without).find();
    }

    private List<Load> find() {
        for (int group : without.regrouped().keySet()) {
            RedundancyGroup its = topology.groups().get(group);
            boolean stands = !without.falls(group);
            if (stands && its.kind() == Kind.PSU) {
                supplies(its);
            } else if (stands && its.kind() == Kind.NIC && its.members().size() > 1) {
                legs(its);
            }
        }
        estate.amps().forEach(this::supply);
        return loads;
    }

    private void supplies(RedundancyGroup group) {
        List<ComponentId> left = new ArrayList<>();
        List<ComponentId> lost = new ArrayList<>();
        for (ComponentId psu : group.members()) {
            if (psu.kind() == Kind.PSU) {
                (works(psu) ? left : lost).add(psu);
            }
        }
        for (ComponentId psu : lost) {
            boolean byLoss = without.changed().containsKey(index(psu));
            Optional<ComponentId> outlet = outlet(psu);
            if (byLoss && outlet.isPresent()) {
                OptionalDouble drawn = drawn(outlet.get());
                left.forEach(other -> carry(other, drawn, left.size()));
            }
        }
    }

    /** What an outlet gives, or an even share of what its PDU gives. */
    private OptionalDouble drawn(ComponentId outlet) {
        Double measured = meters.amps().get(outlet);
        if (measured != null) {
            return OptionalDouble.of(measured);
        }
        ComponentId pdu = outlet.host().self();
        Double all = meters.amps().get(pdu);
        return all == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(all / cords.computeIfAbsent(pdu, this::cordsOf));
    }

    private int cordsOf(ComponentId pdu) {
        int count = 0;
        for (int group : topology.groupsOf(index(pdu))) {
            int carried = topology.carries(group);
            boolean outlet =
                    carried != Topology.NOTHING
                            && topology.components().get(carried).kind() == Kind.OUTLET;
            count += outlet ? 1 : 0;
        }
        return Math.max(1, count);
    }

    /** A supply takes its share, and so does all that it hangs on. */
    private void carry(ComponentId psu, OptionalDouble drawn, int shares) {
        Optional<ComponentId> at = outlet(psu);
        // The graph has no circles; a chain of supplies is short all the same.
        for (int depth = 0; at.isPresent() && depth < 16; depth++) {
            ComponentId here = at.get();
            if (drawn.isPresent()) {
                added.merge(here, drawn.getAsDouble() / shares, Double::sum);
            } else {
                unmeasured.add(here);
            }
            at = only(here);
        }
    }

    private void supply(ComponentId supply, double limit) {
        boolean touched = added.containsKey(supply) || unmeasured.contains(supply);
        if (!touched || !works(supply)) {
            return;
        }
        Double now = meters.amps().get(supply);
        OptionalDouble before = now == null ? OptionalDouble.empty() : OptionalDouble.of(now);
        OptionalDouble after =
                now == null || unmeasured.contains(supply)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(now + added.getOrDefault(supply, 0.0));
        loads.add(new Load(supply, Unit.AMPERE, before, after, limit));
    }

    private void legs(RedundancyGroup group) {
        double traffic = 0;
        double own = 0;
        double speed = 0;
        boolean known = true;
        for (ComponentId nic : group.members()) {
            Double moved = meters.traffic().get(nic);
            Double most = meters.speeds().get(nic);
            known &= moved != null;
            traffic += moved == null ? 0 : moved;
            if (works(nic)) {
                known &= most != null;
                own += moved == null ? 0 : moved;
                speed += most == null ? 0 : most;
            }
        }
        if (known && speed > 0 && group.carries().isPresent()) {
            loads.add(
                    new Load(
                            group.carries().get(),
                            Unit.BITS_PER_SECOND,
                            OptionalDouble.of(own),
                            OptionalDouble.of(traffic),
                            speed));
        }
    }

    private boolean works(ComponentId id) {
        return without.standing(index(id)).works();
    }

    /** The outlet that a supply is plugged into, whether that works or not. */
    private Optional<ComponentId> outlet(ComponentId psu) {
        for (int group : topology.carriedBy(index(psu))) {
            RedundancyGroup its = topology.groups().get(group);
            if (its.kind() == Kind.OUTLET) {
                return Optional.of(its.members().first());
            }
        }
        return Optional.empty();
    }

    /** What a component hangs on alone, of what works still; empty where that is several. */
    private Optional<ComponentId> only(ComponentId id) {
        List<ComponentId> found = new ArrayList<>();
        for (int group : topology.carriedBy(index(id))) {
            RedundancyGroup its = topology.groups().get(group);
            if (its.id().name().equals("supply") || id.kind() != Kind.HOST) {
                its.members().stream().filter(this::works).forEach(found::add);
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private int index(ComponentId id) {
        return topology.indexOf(id).orElseThrow();
    }
}
