package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.GroupReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The redundancy groups of a host, in a table. */
record GroupSection(List<GroupReport> groups) {

    /** Larger groups name only the members that do not work. */
    private static final int MOST_NAMED = 6;

    void to(Page page) {
        page.blank();
        if (groups.isEmpty()) {
            page.line(2, Cell.strong("REDUNDANCY"), Cell.of("no groups found"));
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Cell.strong("REDUNDANCY"),
                        Cell.faint("state"),
                        Cell.faint("spares"),
                        Cell.faint("needs"),
                        Cell.faint("members")));
        groups.forEach(group -> rows.add(row(group)));
        page.table(2, rows);
    }

    private static List<Cell> row(GroupReport group) {
        boolean byDesign = group.designSpares() <= 0;
        return List.of(
                Cell.of("  " + Words.local(group.id())),
                Words.cell(group.redundancy(), byDesign),
                spares(group, byDesign),
                Cell.of(group.needed() + " of " + group.members().size() + " " + group.kind()),
                Cell.of(members(group)));
    }

    private static Cell spares(GroupReport group, boolean byDesign) {
        String spares = Words.spares(group.spares());
        if (byDesign) {
            return Cell.of(group.spares().equals(OptionalInt.of(0)) ? "none" : spares);
        }
        boolean all = group.spares().equals(OptionalInt.of(group.designSpares()));
        return new Cell(spares + " of " + group.designSpares(), all ? Tone.PLAIN : Tone.STRONG);
    }

    private static String members(GroupReport group) {
        boolean all = group.members().size() <= MOST_NAMED;
        String named =
                group.members().stream()
                        .filter(member -> all || member.standing() != Standing.WORKING)
                        .map(GroupSection::member)
                        .collect(Collectors.joining(", "));
        long working =
                group.members().stream().filter(m -> m.standing() == Standing.WORKING).count();
        if (all) {
            return named;
        }
        return working + " ok" + (named.isEmpty() ? "" : ", " + named);
    }

    private static String member(GroupReport.Member member) {
        return Words.name(member.id()) + " " + Words.cell(member.standing()).text();
    }
}
