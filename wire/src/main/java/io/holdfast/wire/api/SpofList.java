package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * The components whose loss alone stops something.
 *
 * @param at when this was so
 * @param status critical where something that is lost has made one; unknown where silent parts
 *     leave open whether there are more; ok where all are so by design
 * @param services whether VIPs and services count; where none are declared, hosts do
 * @param points worst first
 */
public record SpofList(Instant at, Status status, boolean services, List<Point> points) {

    public SpofList {
        points = List.copyOf(points);
    }

    /**
     * One of them.
     *
     * @param component it
     * @param byDesign whether it would be one even if every part were well
     * @param stops what would stop for certain
     * @param endangers what may stop, because it would hang on silent parts
     */
    public record Point(
            String component, boolean byDesign, List<ChainReport> stops, List<String> endangers) {

        public Point {
            stops = List.copyOf(stops);
            endangers = List.copyOf(endangers);
        }
    }
}
