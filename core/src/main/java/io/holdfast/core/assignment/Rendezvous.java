package io.holdfast.core.assignment;

import io.holdfast.core.component.HostId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Rendezvous hashing: every agent has a weight for every device, and the heaviest is the first to
 * ask it.
 *
 * <p>A weight depends on the two names alone, so that losing an agent alters nothing for devices of
 * which it was not the heaviest, and collectors agree without talking to each other (Thaler and
 * Ravishankar, "Using name-based mappings to increase hit rates", 1998).
 */
public final class Rendezvous {

    /** FNV-1a, 64 bit (draft-eastlake-fnv). */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Rendezvous() {}

    /** The agents, heaviest first. */
    public static List<HostId> order(HostId device, Collection<HostId> agents) {
        return agents.stream()
                .distinct()
                .map(agent -> new Weighed(agent, weight(device, agent)))
                .sorted()
                .map(Weighed::agent)
                .toList();
    }

    /** An agent with its weight for one device; the heaviest comes first. */
    private record Weighed(HostId agent, long weight) implements Comparable<Weighed> {
        @Override
        public int compareTo(Weighed other) {
            int byWeight = Long.compareUnsigned(other.weight, weight);
            return byWeight != 0 ? byWeight : agent.compareTo(other.agent);
        }
    }

    /** The weight of an agent for a device, to be compared as an unsigned number. */
    static long weight(HostId device, HostId agent) {
        // A line end stands in no name, so that no two pairs run into the same text.
        byte[] text = (agent + "\n" + device).getBytes(StandardCharsets.UTF_8);
        long hash = OFFSET;
        for (byte b : text) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return mixed(hash);
    }

    /** FNV alone leaves names that differ in their last letter close; this spreads them. */
    private static long mixed(long hash) {
        // The finisher of SplitMix64, variant 13 of David Stafford.
        long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
