package io.holdfast.cli.report;

import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.Status;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The first line of a report: how it stands, and the worst reasons for that. */
final class Verdict {

    private static final int MOST_REASONS = 3;
    private static final String TOO_LITTLE = "too little was seen to tell how it stands";

    private Verdict() {}

    /** The sentence that follows the status word, its times told in a zone. */
    static String of(Report report, ZoneId zone) {
        String collector =
                report.collectorTrouble().isEmpty() ? "" : "the collector itself is in trouble; ";
        return collector + ofHosts(report, zone);
    }

    private static String ofHosts(Report report, ZoneId zone) {
        if (report.hosts().isEmpty()) {
            return "no host has reported yet";
        }
        List<String> reasons = new ArrayList<>();
        for (Status severity : List.of(Status.CRITICAL, Status.WARNING, Status.UNKNOWN)) {
            for (HostReport host : report.hosts()) {
                Findings.of(host, zone).stream()
                        .filter(finding -> finding.severity() == severity)
                        .forEach(finding -> reasons.add(prefix(report, host) + finding));
            }
        }
        String scope = scope(report);
        if (reasons.isEmpty()) {
            return scope + (unknown(report) ? TOO_LITTLE : good(report));
        }
        String more =
                reasons.size() > MOST_REASONS
                        ? "; and " + (reasons.size() - MOST_REASONS) + " more"
                        : "";
        return scope
                + String.join("; ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())))
                + more;
    }

    private static boolean unknown(Report report) {
        return report.hosts().stream().anyMatch(host -> host.status() == Status.UNKNOWN);
    }

    private static String prefix(Report report, HostReport host) {
        return report.hosts().size() == 1 ? "" : Words.host(host.id()) + " ";
    }

    private static String scope(Report report) {
        if (report.hosts().size() == 1) {
            return Words.host(report.hosts().getFirst().id()) + ": ";
        }
        long bad = report.hosts().stream().filter(host -> host.status() != Status.OK).count();
        return bad == 0
                ? "all " + report.hosts().size() + " hosts: "
                : bad + " of " + report.hosts().size() + " hosts: ";
    }

    private static String good(Report report) {
        long spared =
                report.hosts().stream()
                        .flatMap(host -> host.groups().stream())
                        .filter(group -> group.designSpares() > 0)
                        .count();
        long spofs = report.hosts().stream().mapToLong(host -> host.spofs().size()).sum();
        long silent = report.hosts().stream().mapToLong(host -> host.silent().size()).sum();
        List<String> parts = new ArrayList<>();
        parts.add(
                switch ((int) Math.min(spared, 2)) {
                    case 0 -> "nothing known to be wrong, and nothing here has a spare";
                    case 1 -> "the one redundant group has all its spares";
                    default -> "all " + spared + " redundant groups have all their spares";
                });
        if (spofs > 0) {
            parts.add(spofs + (spofs == 1 ? " single point" : " single points") + " of failure");
        }
        if (silent > 0) {
            parts.add(silent + (silent == 1 ? " thing" : " things") + " not seen");
        }
        return String.join(", ", parts);
    }
}
