package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.wire.api.DifferenceReport;
import io.holdfast.wire.api.HostReport;
import java.time.ZoneId;
import java.util.List;

/**
 * In what a host is not as it was accepted.
 *
 * @param host the host
 * @param zone the zone in which the time of acceptance is told
 */
record DifferenceSection(HostReport host, ZoneId zone) {

    void to(Page page) {
        if (host.differences().isEmpty() || host.pinnedAt().isEmpty()) {
            return;
        }
        page.blank();
        page.line(
                2,
                Cell.strong("NOT AS ACCEPTED"),
                Cell.faint("on " + host.pinnedAt().get().atZone(zone).toLocalDate()));
        for (DifferenceReport difference : host.differences()) {
            page.flow(
                    4,
                    6,
                    List.of(
                            Cell.of(
                                    Words.local(difference.component())
                                            + ": "
                                            + difference.detail())));
        }
        page.flow(
                6,
                8,
                List.of(
                        Cell.strong("to do:"),
                        Cell.of("holdfast inventory accept " + host.id() + ", if that is meant")));
    }
}
