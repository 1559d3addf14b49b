package io.holdfast.collector.operations;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.observation.Observation;
import java.util.List;
import java.util.Optional;

/** Taking over what is there as what ought to be there. */
public interface Acceptance {

    /** Accepts everything that a host shows; empty where the host is unknown. */
    Optional<Outcome> accept(HostId host, String by);

    /**
     * Accepts one part as it is: there, replaced or gone; empty where neither the host nor its
     * inventory knows it.
     */
    Optional<Outcome> accept(ComponentId component, String by);

    /**
     * What accepting did.
     *
     * @param taken the differences that are none any more
     * @param alreadyBad the accepted parts that are not well, so that nobody takes them for new
     * @param components how many parts are accepted now
     */
    record Outcome(
            HostId host, List<Difference> taken, List<Observation> alreadyBad, int components) {
        public Outcome {
            taken = List.copyOf(taken);
            alreadyBad = List.copyOf(alreadyBad);
        }
    }
}
