package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.InventoryReport;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Accepted inventories as text.
 *
 * @param terminal where it goes
 * @param zone the zone in which times are told
 */
public record InventoryText(Terminal terminal, ZoneId zone) {

    /** Every part of every host, and what differs. */
    public String of(InventoryReport inventory) {
        Page page = new Page(terminal);
        for (InventoryReport.Host host : inventory.hosts()) {
            heading(page, host);
            List<List<Cell>> rows = new ArrayList<>();
            host.components().forEach(item -> rows.add(row(item)));
            page.table(2, rows);
            differences(page, host);
        }
        return page.text();
    }

    private void heading(Page page, InventoryReport.Host host) {
        String when =
                host.pinnedAt()
                        .map(at -> "accepted on " + at.atZone(zone).toLocalDate())
                        .orElse("never accepted");
        String by = host.pinnedBy().map(who -> " by " + who).orElse("");
        page.line(0, Cell.strong(Words.host(host.id())), Cell.of(when + by));
    }

    private static void differences(Page page, InventoryReport.Host host) {
        if (host.differences().isEmpty() && host.pinnedAt().isPresent()) {
            page.line(2, Cell.of("as accepted"));
        }
        host.differences()
                .forEach(
                        d ->
                                page.flow(
                                        2,
                                        4,
                                        List.of(
                                                Cell.strong(
                                                        Words.of(d.type())
                                                                .toUpperCase(Locale.ROOT)),
                                                Cell.of(
                                                        Words.local(d.component())
                                                                + ": "
                                                                + d.detail()))));
    }

    private static List<Cell> row(InventoryReport.Item item) {
        Cell presence =
                switch (item.presence()) {
                    case PRESENT -> Cell.of("present");
                    case ABSENT -> new Cell("ABSENT", Tone.BAD);
                    case UNKNOWN -> new Cell("unknown", Tone.STRONG);
                };
        Cell accepted =
                item.accepted() ? Cell.of("accepted") : new Cell("not accepted", Tone.WARNING);
        return List.of(
                Cell.of(Words.local(item.id())), presence, accepted, Cell.of(item.identity()));
    }
}
