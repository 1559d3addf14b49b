package io.holdfast.agent.daemon.state;

import io.holdfast.core.state.Look;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The latest look of each probe that nobody has been told of; for several threads.
 *
 * <p>A look is put here only after the changes that it made are in the backlog. Whoever takes
 * looks, and then finds everything in the backlog sent, may say that the rest still holds.
 */
public final class LookBoard {

    private final NavigableMap<String, Look> looks = new TreeMap<>();

    public synchronized void put(String probe, Look look) {
        looks.put(probe, look);
    }

    /** The looks so far. */
    public synchronized NavigableMap<String, Look> peek() {
        return new TreeMap<>(looks);
    }

    /** Forgets looks that were told, unless a later one has come since. */
    public synchronized void told(NavigableMap<String, Look> told) {
        told.forEach(looks::remove);
    }
}
