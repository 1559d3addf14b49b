package io.holdfast.agent.devices.linux.netlink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The links as last heard of, so that only changes are told, and none twice.
 *
 * <p>Between {@link #beginDump} and {@link #endDump} it notes which links were heard of; what was
 * not is gone. Messages of a dump and events may mix, because the kernel queues both in the order
 * in which they were true.
 */
final class LinkTable {

    /** Links beyond this number are told each time, but not remembered. */
    static final int MOST_LINKS = 65_536;

    private final Map<Integer, LinkState> links = new HashMap<>();
    private final Set<Integer> heard = new HashSet<>();
    private boolean dumping;

    void beginDump() {
        dumping = true;
        heard.clear();
    }

    boolean dumping() {
        return dumping;
    }

    /** Ends a dump that proves nothing of what it left out. */
    void abandonDump() {
        dumping = false;
        heard.clear();
    }

    /** Takes in a state, and gives the change if it is one. */
    Optional<LinkChange> seen(LinkState state) {
        if (dumping) {
            heard.add(state.index());
        }
        LinkState before = links.get(state.index());
        if (before != null || links.size() < MOST_LINKS) {
            links.put(state.index(), state);
        }
        return state.equals(before) ? Optional.empty() : Optional.of(new LinkChange.Seen(state));
    }

    /** Takes in that a link is gone, and gives the change if it was there. */
    Optional<LinkChange> gone(int index) {
        heard.remove(index);
        LinkState before = links.remove(index);
        return before == null
                ? Optional.empty()
                : Optional.of(new LinkChange.Gone(index, before.name()));
    }

    /** Ends a dump that was whole, and gives the links that it did not list. */
    List<LinkChange> endDump() {
        List<LinkChange> gone = new ArrayList<>();
        for (Integer index : List.copyOf(links.keySet())) {
            if (!heard.contains(index)) {
                gone(index).ifPresent(gone::add);
            }
        }
        abandonDump();
        return gone;
    }
}
