package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;

/**
 * How hosts stand at one moment.
 *
 * @param at the moment
 * @param version the version of the software that made the report
 * @param status the worst status of all hosts, unknown where there is none; and the collector's own
 *     where it is in trouble and that is worse
 * @param collectorTrouble the collector's own checks that are not ok: what keeps it from its work
 * @param hosts the hosts, ordered by id
 */
public record Report(
        Instant at,
        String version,
        Status status,
        List<CollectorHealth.Check> collectorTrouble,
        List<HostReport> hosts) {

    public Report {
        collectorTrouble = List.copyOf(collectorTrouble);
        hosts = List.copyOf(hosts);
    }

    /** A report of these hosts without a collector, with the worst of their statuses. */
    public static Report of(Instant at, String version, List<HostReport> hosts) {
        Status worst =
                hosts.stream().map(HostReport::status).reduce(Status::worse).orElse(Status.UNKNOWN);
        return new Report(at, version, worst, List.of(), hosts);
    }
}
