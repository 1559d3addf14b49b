package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.ChainReport;
import io.holdfast.wire.api.SpofList;
import java.util.ArrayList;
import java.util.List;

/**
 * Single points of failure as a table, worst first.
 *
 * @param terminal where it goes
 * @param newOnly whether only those were asked for that something lost has made
 * @param verbose whether the ways are shown
 */
public record SpofText(Terminal terminal, boolean newOnly, boolean verbose) {

    private static final int MOST_NAMED = 4;

    /** One line for each. */
    public String of(SpofList spofs) {
        Page page = new Page(terminal);
        String what = spofs.services() ? "VIP or service" : "host";
        if (spofs.points().isEmpty()) {
            page.line(
                    0,
                    new Cell(
                            "No single loss "
                                    + (newOnly ? "stops a %s that was safe" : "stops a %s")
                                            .replace("%s", what)
                                    + ", as far as the topology is known.",
                            Tone.GOOD));
            return page.text();
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.strong("LOSS OF"), Cell.faint("why"), Cell.faint("stops")));
        spofs.points().forEach(point -> rows.add(row(point)));
        page.table(0, rows);
        if (verbose) {
            spofs.points().forEach(point -> ways(page, point));
        }
        if (!spofs.services()) {
            page.blank();
            page.flow(
                    0,
                    0,
                    List.of(
                            Cell.faint(
                                    "No VIP or service is declared, so hosts count; see"
                                            + " docs/handbook/topology.md")));
        }
        return page.text();
    }

    private static List<Cell> row(SpofList.Point point) {
        List<String> stops = point.stops().stream().map(ChainReport::stops).toList();
        Cell why =
                stops.isEmpty()
                        ? new Cell("cannot be said", Tone.STRONG)
                        : point.byDesign()
                                ? Cell.of("by design")
                                : new Cell("NEW: a spare is lost", Tone.BAD);
        String text =
                stops.isEmpty()
                        ? "perhaps " + Label.list(point.endangers(), MOST_NAMED)
                        : Label.list(stops, MOST_NAMED);
        return List.of(Cell.strong(Label.of(point.component())), why, Cell.of(text));
    }

    private static void ways(Page page, SpofList.Point point) {
        page.blank();
        page.line(0, Cell.strong(Label.of(point.component())));
        point.stops().forEach(chain -> page.flow(2, 4, List.of(Cell.of(Label.way(chain.steps())))));
    }
}
