package io.holdfast.wire.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A single point of failure: a component whose loss alone stops something.
 *
 * @param component the component
 * @param group the group that would have too few members
 * @param stops what would stop
 * @param byDesign whether there never was a spare, so that nothing has been lost
 * @param why the reason in a sentence
 * @param lastKnown since when nobody can say whether it is so any more; missing where it is so now
 */
public record SpofReport(
        String component,
        String group,
        String stops,
        boolean byDesign,
        String why,
        Optional<LastKnown> lastKnown) {

    /**
     * That something is told as it was when its host was last heard.
     *
     * @param at when that was
     * @param ageSeconds how long ago that was
     */
    public record LastKnown(Instant at, long ageSeconds) {}
}
