package io.holdfast.wire.api;

/**
 * A single point of failure: a component whose loss alone stops something.
 *
 * @param component the component
 * @param group the group that would have too few members
 * @param stops what would stop
 * @param byDesign whether there never was a spare, so that nothing has been lost
 * @param why the reason in a sentence
 */
public record SpofReport(
        String component, String group, String stops, boolean byDesign, String why) {}
