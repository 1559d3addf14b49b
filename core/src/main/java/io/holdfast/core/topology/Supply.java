package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A declared device between the feeds and the cords.
 *
 * @param device where it stands and what it is called
 * @param kind breaker, UPS, ATS or PDU
 * @param from what feeds it: one, or for an ATS several of which one is enough
 * @param amps the most that it may carry; empty where nobody said
 * @param outlets what is plugged in where
 */
public record Supply(
        HostId device,
        Kind kind,
        List<ComponentId> from,
        OptionalDouble amps,
        SortedMap<String, Plug> outlets) {

    public Supply {
        from = List.copyOf(from);
        outlets = Collections.unmodifiableSortedMap(new TreeMap<>(outlets));
    }
}
