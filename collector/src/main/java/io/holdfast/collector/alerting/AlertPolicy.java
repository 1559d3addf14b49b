package io.holdfast.collector.alerting;

import io.holdfast.collector.event.Recorded;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * Decides which events people are told of, and in which words.
 *
 * <p>Pure: the same event with the same memory gives the same alerts. Whoever groups events by
 * their cause puts that here.
 */
@FunctionalInterface
public interface AlertPolicy {

    /** The alerts that an event makes; empty for most events. */
    List<Alert> alerts(Recorded recorded, Memory memory);

    /** What a policy may look back at. */
    interface Memory {

        /** How something stood when people were last told of it. */
        Optional<Alert.Standing> told(String about);

        /** What the last change of a part before an event rests on. */
        List<Evidence> evidence(ComponentId component);
    }
}
