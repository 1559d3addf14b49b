package io.holdfast.core.observation;

import io.holdfast.core.component.ComponentId;
import java.time.Instant;
import java.util.List;

/**
 * What is known of one component at one moment: it reported, it is gone, or nobody answered.
 *
 * <p>The three never fold into one another: silence is not a fault, and a part that left its table
 * is not silent.
 */
public sealed interface Observation {

    /** The component that this is about. */
    ComponentId component();

    /**
     * The same said with this very id, which has to be an equal one: who keeps many observations
     * keeps each id once.
     */
    default Observation sharing(ComponentId id) {
        return switch (this) {
            case Reported(
                            var component,
                            Instant at,
                            Health health,
                            List<Reading> readings,
                            List<Evidence> evidence) ->
                    new Reported(id, at, health, readings, evidence);
            case Absent(var component, Instant at, Evidence source) -> new Absent(id, at, source);
            case Silent(var component, Instant at, Silence reason) -> new Silent(id, at, reason);
        };
    }

    /** When it was so, by the clock of whoever looked. */
    Instant at();

    /**
     * The component answered.
     *
     * @param health what it says
     * @param readings its numbers
     * @param evidence why {@code health} is what it is, the decisive piece first; never empty
     *     unless health is ok
     */
    record Reported(
            ComponentId component,
            Instant at,
            Health health,
            List<Reading> readings,
            List<Evidence> evidence)
            implements Observation {

        /** More readings than this are a decoder's mistake or a hostile device. */
        public static final int MOST_READINGS = 64;

        public Reported {
            readings = List.copyOf(readings);
            evidence = List.copyOf(evidence);
            if (readings.size() > MOST_READINGS) {
                throw new IllegalArgumentException(
                        "expected at most "
                                + MOST_READINGS
                                + " readings of "
                                + component
                                + ", found "
                                + readings.size());
            }
            if (health != Health.OK && evidence.isEmpty()) {
                throw new IllegalArgumentException(
                        "expected evidence for " + component + " being " + health + ", found none");
            }
        }
    }

    /**
     * Whoever should list the component answered, and it was not there: it was pulled.
     *
     * @param source who answered without it
     */
    record Absent(ComponentId component, Instant at, Evidence source) implements Observation {}

    /**
     * Nobody could say: the question went unanswered. Never a fault of the component.
     *
     * @param reason why there was no answer
     */
    record Silent(ComponentId component, Instant at, Silence reason) implements Observation {}
}
