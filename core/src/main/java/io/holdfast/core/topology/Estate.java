package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.situation.Topology;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The graph of everything, compiled, with where its edges are from and what is odd about it.
 *
 * @param topology what hangs on what
 * @param links every edge with its provenance, in order
 * @param findings what a person should look at
 * @param amps the most that components may carry, where somebody said
 * @param services VIPs and services that are declared
 * @param hosts the components that stand for hosts and devices
 */
public record Estate(
        Topology topology,
        List<Link> links,
        List<Finding> findings,
        SortedMap<ComponentId, Double> amps,
        SortedSet<ComponentId> services,
        SortedSet<ComponentId> hosts) {

    public Estate {
        links = List.copyOf(links);
        findings = List.copyOf(findings);
        amps = Collections.unmodifiableSortedMap(new TreeMap<>(amps));
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }

    /** What must not stop: the services where any are declared, the hosts otherwise. */
    public SortedSet<ComponentId> precious() {
        return services.isEmpty() ? hosts : services;
    }
}
