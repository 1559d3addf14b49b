package io.holdfast.agent.daemon.state;

import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import java.util.List;

/**
 * The whole state of the host at one position.
 *
 * @param position the last change that is part of it
 * @param changes that lead from nothing to it
 */
public record Digest(Position position, List<Change> changes) {
    public Digest {
        changes = List.copyOf(changes);
    }
}
