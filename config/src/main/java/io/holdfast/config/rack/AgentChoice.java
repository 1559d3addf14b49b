package io.holdfast.config.rack;

import io.holdfast.core.component.HostId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which agents may ask a device: those that are named, else those of its site with these labels,
 * else those of its own rack.
 *
 * @param hosts the agents by name; empty for no such rule
 * @param labels what an agent must call itself; empty for no such rule
 */
public record AgentChoice(SortedSet<HostId> hosts, SortedMap<String, String> labels) {

    /** The agents of the device's own rack. */
    public static final AgentChoice OF_THE_RACK = new AgentChoice(new TreeSet<>(), new TreeMap<>());

    public AgentChoice {
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Whether an agent with these labels may ask this device. */
    public boolean admits(HostId device, HostId agent, SortedMap<String, String> of) {
        if (!hosts.isEmpty()) {
            return hosts.contains(agent);
        }
        boolean site = agent.site().equals(device.site());
        return labels.isEmpty()
                ? site && agent.rack().equals(device.rack())
                : site && of.entrySet().containsAll(labels.entrySet());
    }

    /** Whether nothing but the rack decides. */
    public boolean isOfTheRack() {
        return hosts.isEmpty() && labels.isEmpty();
    }
}
