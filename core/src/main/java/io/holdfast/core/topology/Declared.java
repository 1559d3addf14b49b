package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that people declared of the topology.
 *
 * @param feeds where current comes in
 * @param supplies breakers, UPSs, ATSs and PDUs
 * @param switches with their cables
 * @param managed the hosts that management controllers belong to, by the controller
 * @param services VIPs and services, each with all that it requires; external dependencies among
 *     them require nothing
 */
public record Declared(
        SortedSet<ComponentId> feeds,
        SortedMap<HostId, Supply> supplies,
        SortedMap<HostId, Switching> switches,
        SortedMap<HostId, HostId> managed,
        SortedMap<ComponentId, List<Need>> services) {

    /** Nothing is declared. */
    public static final Declared NOTHING =
            new Declared(
                    new TreeSet<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>());

    /** Where services, VIPs and external dependencies are: nowhere in particular. */
    public static final HostId SERVICES = new HostId("-", "-", "services");

    public Declared {
        feeds = Collections.unmodifiableSortedSet(new TreeSet<>(feeds));
        supplies = Collections.unmodifiableSortedMap(new TreeMap<>(supplies));
        switches = Collections.unmodifiableSortedMap(new TreeMap<>(switches));
        managed = Collections.unmodifiableSortedMap(new TreeMap<>(managed));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** The feed of this name at a site. */
    public static ComponentId feed(String site, String name) {
        return new HostId(site, "-", "feeds").component(Kind.FEED, name);
    }

    /** Whether nothing is declared at all. */
    public boolean isEmpty() {
        return feeds.isEmpty()
                && supplies.isEmpty()
                && switches.isEmpty()
                && managed.isEmpty()
                && services.isEmpty();
    }
}
