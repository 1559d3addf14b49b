package io.holdfast.collector.reading;

import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Readings of a host that are not rolled up in the store yet, by series and minute. For one thread.
 */
public final class Samples {

    private Map<Series, Row> open = new HashMap<>();
    private int size;

    /**
     * One series, minute by minute, the latest first: two or three of them, for which a map would
     * take thrice the room.
     */
    private static final class Row {

        private final long minute;
        private Stat stat;
        private final @Nullable Row earlier;

        Row(long minute, Stat stat, @Nullable Row earlier) {
            this.minute = minute;
            this.stat = stat;
            this.earlier = earlier;
        }
    }

    /** Takes the readings of an observation in, if it has any. */
    public void take(Observation observation) {
        if (observation instanceof Observation.Reported reported) {
            long minute = Step.MINUTE.slot(reported.at());
            for (Reading reading : reported.readings()) {
                Stat stat = Stat.of(reading.value());
                Series series = Series.of(reported.component(), reading);
                @Nullable Row latest = open.get(series);
                if (latest != null && latest.minute == minute) {
                    latest.stat = latest.stat.with(stat);
                } else {
                    open.put(series, new Row(minute, stat, latest));
                }
                size++;
            }
        }
    }

    /** How many values were taken since the last drain. */
    public int size() {
        return size;
    }

    /** Everything taken so far, leaving nothing. */
    public Map<Series, Map<Long, Stat>> drain() {
        Map<Series, Map<Long, Stat>> drained = HashMap.newHashMap(open.size());
        open.forEach((series, row) -> drained.put(series, minutes(row)));
        open = new HashMap<>();
        size = 0;
        return drained;
    }

    private static Map<Long, Stat> minutes(Row latest) {
        Map<Long, Stat> minutes = HashMap.newHashMap(2);
        // A clock that was set back makes a minute appear twice.
        for (@Nullable Row row = latest; row != null; row = row.earlier) {
            minutes.merge(row.minute, row.stat, Stat::with);
        }
        return minutes;
    }
}
