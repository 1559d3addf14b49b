package io.holdfast.collector.assessment;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Expected;
import io.holdfast.core.observation.Observation;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the moment since when a part is missed: comparing with the inventory finds it missing anew
 * each time, but it is missing since the first.
 */
public final class Since {

    private Since() {}

    /**
     * The expectation with the earlier of two observations that say the same.
     *
     * @param before what was known before
     */
    public static Expected keep(Expected expected, SortedMap<ComponentId, Observation> before) {
        SortedMap<ComponentId, Observation> kept = new TreeMap<>(expected.observations());
        kept.replaceAll(
                (id, now) -> {
                    Observation was = before.get(id);
                    return was != null && same(was, now) ? was : now;
                });
        return new Expected(kept, expected.groups(), expected.outside(), expected.differences());
    }

    private static boolean same(Observation was, Observation now) {
        return switch (now) {
            case Observation.Reported reported -> false;
            case Observation.Absent absent ->
                    was instanceof Observation.Absent earlier
                            && earlier.source().equals(absent.source());
            case Observation.Silent silent ->
                    was instanceof Observation.Silent earlier
                            && earlier.reason().equals(silent.reason());
        };
    }
}
