package io.holdfast.wire.api;

import java.util.List;

/**
 * The way from a loss to what it stops.
 *
 * @param stops what stops in the end
 * @param steps the lost component first, then each that stops because of the one before
 */
public record ChainReport(String stops, List<String> steps) {

    public ChainReport {
        steps = List.copyOf(steps);
    }
}
