package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.AcceptResult;
import io.holdfast.wire.api.DifferenceReport;
import io.holdfast.wire.api.InventoryReport;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What accepting an inventory would do and what it did: a sentence for each host, and below it what
 * came and went.
 *
 * @param terminal where it goes
 * @param zone the zone in which times are told
 */
public record AcceptText(Terminal terminal, ZoneId zone) {

    private static final String ALL_ACCEPTED =
            "Every host is as accepted: there is nothing to change.";

    /** What would be taken over. */
    public String preview(InventoryReport inventory) {
        Page page = new Page(terminal);
        for (InventoryReport.Host host : inventory.hosts()) {
            page.flow(0, 2, List.of(name(host.id()), Cell.of(wouldBe(host))));
            for (DifferenceReport difference : host.differences()) {
                part(page, word(difference), difference.component(), difference.detail());
            }
        }
        if (inventory.hosts().isEmpty()) {
            page.line(0, Cell.of(ALL_ACCEPTED));
        }
        return page.text();
    }

    /**
     * What was taken over, and what of it is bad.
     *
     * @param before the hosts that had been accepted before
     */
    public String done(AcceptResult result, Set<String> before) {
        Page page = new Page(terminal);
        for (AcceptResult.Accepted host : result.accepted()) {
            boolean first = !before.contains(host.host());
            page.flow(0, 2, List.of(name(host.host()), Cell.of(was(host, first))));
            for (DifferenceReport taken : first ? List.<DifferenceReport>of() : host.taken()) {
                part(page, word(taken), taken.component(), "");
            }
            for (AcceptResult.Bad bad : host.alreadyBad()) {
                part(page, new Cell("ALREADY BAD", Tone.BAD), bad.component(), bad.detail());
            }
        }
        if (result.accepted().isEmpty()) {
            page.line(0, Cell.of(ALL_ACCEPTED));
        }
        return page.text();
    }

    private String wouldBe(InventoryReport.Host host) {
        if (host.pinnedAt().isEmpty()) {
            return "was never accepted: "
                    + Plain.count(host.components().size(), "part")
                    + " would be.";
        }
        String when = host.pinnedAt().get().atZone(zone).toLocalDate().toString();
        String accepted =
                "accepted on " + when + host.pinnedBy().map(who -> " by " + who).orElse("");
        return host.differences().isEmpty()
                ? "is as " + accepted + ": there is nothing to change."
                : "was " + accepted + "; what is there now differs: " + tally(host.differences());
    }

    private static String was(AcceptResult.Accepted host, boolean first) {
        String parts = Plain.count(host.components(), "part");
        if (first) {
            return "is accepted for the first time, with " + parts + ".";
        }
        return host.taken().isEmpty()
                ? "is as accepted before, with " + parts + ": nothing changed."
                : "is accepted with " + parts + ": " + tally(host.taken());
    }

    /** How many came and went: {@code 1 part added, 2 parts removed}. */
    private static String tally(List<DifferenceReport> differences) {
        int added = 0;
        int removed = 0;
        int replaced = 0;
        int groups = 0;
        int others = 0;
        for (DifferenceReport difference : differences) {
            switch (difference.type()) {
                case ADDED -> added++;
                case MISSING -> removed++;
                case REPLACED -> replaced++;
                case GROUP_ADDED, GROUP_CHANGED, GROUP_MISSING -> groups++;
                case UNKNOWN -> others++;
            }
        }
        List<String> tally = new ArrayList<>();
        tell(tally, added, "part", "added");
        tell(tally, removed, "part", "removed");
        tell(tally, replaced, "part", "replaced");
        tell(tally, groups, "group", "changed");
        tell(tally, others, "thing", "changed in a way that is newer than this command");
        return String.join(", ", tally) + ".";
    }

    private static void tell(List<String> tally, int count, String what, String how) {
        if (count > 0) {
            tally.add(Plain.count(count, what) + " " + how);
        }
    }

    private static Cell word(DifferenceReport difference) {
        String word =
                switch (difference.type()) {
                    case MISSING -> "removed";
                    case GROUP_MISSING -> "group removed";
                    case ADDED, REPLACED, GROUP_ADDED, GROUP_CHANGED, UNKNOWN ->
                            Words.of(difference.type());
                };
        return Cell.strong(word.toUpperCase(Locale.ROOT));
    }

    private static void part(Page page, Cell word, String component, String detail) {
        String more = detail.isEmpty() ? "" : ": " + detail;
        page.flow(2, 4, List.of(word, Cell.of(Words.local(component) + more)));
    }

    private static Cell name(String host) {
        return Cell.strong(Words.host(host));
    }
}
