package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.wire.api.SilentReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What could not be seen: grouped by what would help, then by reason, so that twenty disks without
 * smartctl are one entry.
 *
 * @param silent everything that stayed silent
 * @param verbose whether every target is named
 */
record UnseenSection(List<SilentReport> silent, boolean verbose) {

    private static final int MOST_TARGETS = 6;

    /** The same reason and the same remedy. */
    private record Entry(String remedy, String reason) {}

    void to(Page page) {
        if (silent.isEmpty()) {
            return;
        }
        page.blank();
        page.line(2, Cell.strong("NOT SEEN"));
        Map<Entry, List<SilentReport>> entries =
                silent.stream()
                        .collect(
                                Collectors.groupingBy(
                                        s -> new Entry(s.remedy(), reason(s)),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        entries.entrySet().stream()
                // What helps comes before what cannot be helped, and what helps most first.
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<Entry, List<SilentReport>> e) ->
                                                e.getKey().remedy().isEmpty())
                                .thenComparingInt(e -> -e.getValue().size()))
                .forEach(e -> entry(page, e.getKey(), e.getValue()));
    }

    private void entry(Page page, Entry entry, List<SilentReport> targets) {
        page.flow(4, 6, List.of(Cell.of(names(targets) + ": " + entry.reason())));
        if (!entry.remedy().isEmpty()) {
            page.flow(6, 8, List.of(Cell.strong("to do:"), Cell.of(entry.remedy())));
        }
    }

    private String names(List<SilentReport> targets) {
        List<String> names = new ArrayList<>();
        for (SilentReport target : targets) {
            String name = Words.local(target.target());
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        if (verbose || names.size() <= MOST_TARGETS) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, MOST_TARGETS))
                + " and "
                + (names.size() - MOST_TARGETS)
                + " more";
    }

    private static String reason(SilentReport silent) {
        return silent.reason().isEmpty() ? Words.of(silent.cause()) : silent.reason();
    }
}
