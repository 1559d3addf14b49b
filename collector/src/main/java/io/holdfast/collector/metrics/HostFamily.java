package io.holdfast.collector.metrics;

import io.holdfast.collector.view.HostView;
import java.io.IOException;
import java.time.Instant;

/**
 * A family with a way to take its samples from a host.
 *
 * @param family the family
 * @param sampler takes them
 */
record HostFamily(Family family, Sampler sampler) {

    /** Takes samples from a host. */
    @FunctionalInterface
    interface Sampler {
        void sample(HostView host, Instant now, Samples to) throws IOException;
    }
}
