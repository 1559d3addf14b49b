package io.holdfast.collector.operations;

import io.holdfast.collector.reading.Series;
import io.holdfast.collector.reading.Stat;
import io.holdfast.collector.reading.Step;
import io.holdfast.core.component.ComponentId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Readings as they were, by the minute or by the hour. */
public interface Readings {

    /** The series that are kept of a part. */
    List<Series> series(ComponentId component);

    /**
     * The values of a series, by the start of each minute or hour in which there were any.
     *
     * @param from not before
     * @param until before
     */
    SortedMap<Instant, Stat> read(Series series, Step step, Instant from, Instant until);
}
