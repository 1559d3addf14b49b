package io.holdfast.collector.topology;

import io.holdfast.collector.view.HostView;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.topology.Meters;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Gathers the loads that hosts and devices measure. For one thread.
 *
 * <p>A PDU carries what its units say, else what its one input says, else what its outlets give
 * together.
 */
final class Readings {

    private static final Set<Kind> UNITS = EnumSet.of(Kind.PDU, Kind.UPS, Kind.ATS, Kind.BREAKER);
    private static final int BITS_A_BYTE = 8;

    private final SortedMap<ComponentId, Double> amps = new TreeMap<>();
    private final SortedMap<ComponentId, Double> traffic = new TreeMap<>();
    private final SortedMap<ComponentId, Double> speeds = new TreeMap<>();
    private final SortedMap<ComponentId, Double> ofHost = new TreeMap<>();

    void take(HostView host, Observation observation) {
        if (!(observation instanceof Observation.Reported reported)) {
            return;
        }
        ComponentId id = reported.component();
        if (id.kind() == Kind.NIC) {
            first(reported, r -> r.name().equals("speed")).ifPresent(s -> speeds.put(id, s));
            OptionalDouble moved =
                    reported.readings().stream()
                            .filter(r -> r.unit() == Unit.BYTES_PER_SECOND)
                            .mapToDouble(Reading::value)
                            .max();
            moved.ifPresent(bytes -> traffic.put(id, bytes * BITS_A_BYTE));
        } else if (host.device().isPresent()) {
            first(reported, r -> r.unit() == Unit.AMPERE).ifPresent(a -> ofHost.put(id, a));
        }
    }

    /** To be called when all parts of a host were taken. */
    void close(HostView host) {
        amps.putAll(ofHost);
        total(UNITS::contains)
                .or(() -> count(Kind.FEED) == 1 ? total(k -> k == Kind.FEED) : Optional.empty())
                .or(() -> total(k -> k == Kind.OUTLET))
                .ifPresent(all -> amps.put(host.host().self(), all));
        ofHost.clear();
    }

    Meters meters() {
        return new Meters(amps, traffic, speeds);
    }

    private long count(Kind kind) {
        return ofHost.keySet().stream().filter(id -> id.kind() == kind).count();
    }

    private Optional<Double> total(Predicate<Kind> kinds) {
        return ofHost.entrySet().stream()
                .filter(entry -> kinds.test(entry.getKey().kind()))
                .map(Map.Entry::getValue)
                .reduce(Double::sum);
    }

    private static Optional<Double> first(
            Observation.Reported reported, Predicate<Reading> wanted) {
        return reported.readings().stream().filter(wanted).map(Reading::value).findFirst();
    }
}
