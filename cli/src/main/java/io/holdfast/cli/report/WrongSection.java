package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.wire.api.HostReport;
import java.time.ZoneId;
import java.util.List;

/** What is wrong with a host, each with the claims that it rests on. */
record WrongSection(HostReport host, ZoneId zone) {

    void to(Page page) {
        List<Finding> findings = Findings.of(host, zone);
        if (findings.isEmpty()) {
            return;
        }
        page.blank();
        page.line(2, Cell.strong("WRONG"));
        for (Finding finding : findings) {
            page.flow(
                    4,
                    6,
                    List.of(
                            Words.cell(finding.severity()),
                            Cell.strong(finding.subject()),
                            Cell.of(finding.sentence())));
            finding.because().forEach(claim -> page.flow(6, 8, List.of(Cell.faint(claim))));
        }
    }
}
