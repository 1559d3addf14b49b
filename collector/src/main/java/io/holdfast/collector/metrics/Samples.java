package io.holdfast.collector.metrics;

import java.io.IOException;

/** Takes the samples of one family. */
interface Samples {

    /**
     * A sample.
     *
     * @param labels names and values in turn
     */
    void sample(double value, String... labels) throws IOException;
}
