package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.SpofReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The components whose loss alone stops something, said as such. */
record SpofSection(HostReport host) {

    void to(Page page) {
        page.blank();
        List<SpofReport> spofs = host.spofs();
        if (spofs.isEmpty()) {
            page.flow(2, 4, List.of(Cell.strong("SINGLE POINTS OF FAILURE"), Cell.of(none())));
            return;
        }
        page.line(2, Cell.strong("SINGLE POINTS OF FAILURE"));
        List<List<Cell>> rows = new ArrayList<>();
        spofs.stream().filter(spof -> !spof.byDesign()).forEach(spof -> rows.add(row(spof)));
        spofs.stream().filter(SpofReport::byDesign).forEach(spof -> rows.add(row(spof)));
        page.table(4, rows);
    }

    /** Why there are none: an empty list is no comfort where nothing is left to lose. */
    private String none() {
        String stopped =
                host.groups().stream()
                        .filter(group -> group.redundancy() == Redundancy.INSUFFICIENT)
                        .map(group -> Words.local(group.id()))
                        .collect(Collectors.joining(", "));
        return stopped.isEmpty()
                ? "none found among what could be seen"
                : "none left to lose of what has stopped: " + stopped;
    }

    private static List<Cell> row(SpofReport spof) {
        String stops = Words.local(spof.stops()).replace(':', ' ');
        String sentence = spof.why() + ": if it goes, " + stops + " stops" + asOf(spof);
        return List.of(Cell.of(Words.local(spof.component())), since(spof), Cell.of(sentence));
    }

    private static Cell since(SpofReport spof) {
        if (spof.byDesign()) {
            return Cell.faint("never had a spare");
        }
        return spof.lastKnown().isPresent()
                ? new Cell("had lost its spare", Tone.STRONG)
                : new Cell("LOST ITS SPARE", Tone.BAD);
    }

    private static String asOf(SpofReport spof) {
        return spof.lastKnown()
                .map(last -> " (last known, " + Amounts.duration(last.ageSeconds()) + " ago)")
                .orElse("");
    }
}
