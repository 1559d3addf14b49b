package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.SpofReport;
import java.util.ArrayList;
import java.util.List;

/** The components whose loss alone stops something, said as such. */
record SpofSection(List<SpofReport> spofs) {

    void to(Page page) {
        page.blank();
        if (spofs.isEmpty()) {
            page.line(
                    2,
                    Cell.strong("SINGLE POINTS OF FAILURE"),
                    Cell.of("none found among what could be seen"));
            return;
        }
        page.line(2, Cell.strong("SINGLE POINTS OF FAILURE"));
        List<List<Cell>> rows = new ArrayList<>();
        spofs.stream().filter(spof -> !spof.byDesign()).forEach(spof -> rows.add(row(spof)));
        spofs.stream().filter(SpofReport::byDesign).forEach(spof -> rows.add(row(spof)));
        page.table(4, rows);
    }

    private static List<Cell> row(SpofReport spof) {
        Cell since =
                spof.byDesign()
                        ? Cell.faint("never had a spare")
                        : new Cell("LOST ITS SPARE", Tone.BAD);
        String stops = Words.local(spof.stops()).replace(':', ' ');
        String sentence = spof.why() + ": if it goes, " + stops + " stops";
        return List.of(Cell.of(Words.local(spof.component())), since, Cell.of(sentence));
    }
}
