package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * What was accepted.
 *
 * @param at when
 * @param by who accepted it
 * @param accepted one for each host or component that was named, in that order
 */
public record AcceptResult(Instant at, String by, List<Accepted> accepted) {

    public AcceptResult {
        accepted = List.copyOf(accepted);
    }

    /**
     * What was accepted of one host.
     *
     * @param host {@code site/rack/host}
     * @param components how many components ought to be there now
     * @param taken the differences that were taken over
     * @param alreadyBad what was accepted although it is bad, so that nobody takes it for new
     */
    public record Accepted(
            String host, int components, List<DifferenceReport> taken, List<Bad> alreadyBad) {

        public Accepted {
            taken = List.copyOf(taken);
            alreadyBad = List.copyOf(alreadyBad);
        }
    }

    /**
     * Something that was bad when it was accepted.
     *
     * @param component its id
     * @param detail how it is, in a sentence
     */
    public record Bad(String component, String detail) {}
}
