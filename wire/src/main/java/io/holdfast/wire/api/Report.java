package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How hosts stand at one moment.
 *
 * @param at the moment
 * @param version the version of the software that made the report
 * @param status the worst status of all hosts, unknown where there is none; and the collector's own
 *     where it is in trouble and that is worse
 * @param collectorTrouble what keeps the collector from its work; missing where nothing does
 * @param hosts the hosts, ordered by id
 */
public record Report(
        Instant at,
        String version,
        Status status,
        Optional<CollectorHealth.Check> collectorTrouble,
        List<HostReport> hosts) {

    public Report {
        hosts = List.copyOf(hosts);
    }

    /** A report of these hosts without a collector, with the worst of their statuses. */
    public static Report of(Instant at, String version, List<HostReport> hosts) {
        Status worst =
                hosts.stream().map(HostReport::status).reduce(Status::worse).orElse(Status.UNKNOWN);
        return new Report(at, version, worst, Optional.empty(), hosts);
    }
}
