package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.TopologyReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What hangs on what, and what is odd about it.
 *
 * @param terminal where it goes
 */
public record TopologyText(Terminal terminal) {

    /** The same with only those edges and findings that have this in a name. */
    public static TopologyReport only(TopologyReport all, String part) {
        return new TopologyReport(
                all.at(),
                all.status(),
                all.components(),
                all.edges().stream()
                        .filter(e -> e.dependant().contains(part) || e.on().contains(part))
                        .toList(),
                all.findings().stream()
                        .filter(f -> f.about().stream().anyMatch(id -> id.contains(part)))
                        .toList());
    }

    /** The edges, a line each. */
    public String edges(TopologyReport topology) {
        Page page = new Page(terminal);
        if (topology.edges().isEmpty()) {
            page.flow(
                    0,
                    0,
                    List.of(
                            Cell.of(
                                    "Nothing here hangs on anything that is known; see"
                                            + " docs/handbook/topology.md for how to say it.")));
            return page.text();
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.strong("WHAT"), Cell.faint("hangs on"), Cell.faint("known from")));
        topology.edges()
                .forEach(
                        edge ->
                                rows.add(
                                        List.of(
                                                Cell.of(Label.of(edge.dependant())),
                                                Cell.of(Label.of(edge.on())),
                                                Cell.of(String.join(", ", edge.known())))));
        page.table(0, rows);
        if (!topology.findings().isEmpty()) {
            page.blank();
            page.line(
                    0,
                    new Cell(
                            topology.findings().size() + " to look at: holdfast topology check",
                            Tone.WARNING));
        }
        return page.text();
    }

    /** The findings, a line each. */
    public String findings(TopologyReport topology) {
        Page page = new Page(terminal);
        if (topology.findings().isEmpty()) {
            page.line(
                    0,
                    new Cell(
                            "Nothing is odd about the "
                                    + topology.edges().size()
                                    + " edges between "
                                    + topology.components()
                                    + " components.",
                            Tone.GOOD));
        }
        topology.findings()
                .forEach(
                        found ->
                                page.flow(
                                        0,
                                        2,
                                        List.of(
                                                new Cell(found.sort() + ":", Tone.WARNING),
                                                Cell.of(found.text()))));
        return page.text();
    }
}
