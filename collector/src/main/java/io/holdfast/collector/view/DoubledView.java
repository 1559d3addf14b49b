package io.holdfast.collector.view;

import java.time.Instant;
import java.util.List;

/**
 * That two agents speak under one identity.
 *
 * @param at when one took over from the other last
 * @param speakers what tells them apart
 */
public record DoubledView(Instant at, List<String> speakers) {
    public DoubledView {
        speakers = List.copyOf(speakers);
    }
}
