package io.holdfast.agent.daemon.state;

import io.holdfast.agent.daemon.spool.Weight;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.state.Change;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells details from what nobody would tell again; remembers the last verdict on each component.
 *
 * <p>For one thread.
 */
final class Verdicts {

    private final Map<ComponentId, String> last = new HashMap<>();

    /** What this change, the next in order, is worth. */
    Weight weigh(Change change) {
        return switch (change) {
            case Change.Observed(Observation observation) -> weigh(observation);
            case Change.Looked looked -> Weight.DETAIL;
            case Change.Forgotten(ComponentId component) -> {
                last.remove(component);
                yield Weight.ESSENTIAL;
            }
            case Change.Seen seen -> Weight.ESSENTIAL;
            case Change.Grouped grouped -> Weight.ESSENTIAL;
            case Change.Ungrouped ungrouped -> Weight.ESSENTIAL;
            case Change.UnseenListed unseen -> Weight.ESSENTIAL;
        };
    }

    private Weight weigh(Observation observation) {
        String verdict =
                switch (observation) {
                    case Observation.Reported reported -> reported.health().name();
                    case Observation.Absent absent -> "absent";
                    case Observation.Silent silent -> "silent " + silent.reason().cause();
                };
        String before = last.put(observation.component(), verdict);
        return verdict.equals(before) ? Weight.DETAIL : Weight.ESSENTIAL;
    }
}
