package io.holdfast.agent.devices.smart;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What smartctl brought back of one disk. */
public sealed interface SmartAnswer {

    /**
     * The disk told of its health.
     *
     * @param identity model, serial, firmware and capacity, as component attributes
     * @param health the worst of what it told
     * @param readings its counters and its temperature
     * @param evidence what makes it worse than ok, worst first; what says ok where it is
     */
    record Verdict(
            SortedMap<String, String> identity,
            Health health,
            List<Reading> readings,
            List<Evidence> evidence)
            implements SmartAnswer {
        public Verdict {
            identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
            readings = List.copyOf(readings);
            evidence = List.copyOf(evidence);
        }
    }

    /** The disk sleeps and was left alone. */
    record Asleep() implements SmartAnswer {}

    /** Nothing was learnt of the disk. */
    record Mute(Silence silence) implements SmartAnswer {}
}
