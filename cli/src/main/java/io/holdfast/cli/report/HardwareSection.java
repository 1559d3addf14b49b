package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.ComponentReport;
import io.holdfast.wire.api.EvidenceReport;
import io.holdfast.wire.api.ReadingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A host's hardware by kind, with what each piece is, how it is, its key readings and their age.
 *
 * @param components all of it
 * @param verbose whether all readings and the source of each claim are shown
 */
record HardwareSection(List<ComponentReport> components, boolean verbose) {

    private static final int KEY_READINGS = 4;

    void to(Page page) {
        if (components.isEmpty()) {
            return;
        }
        page.blank();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Cell.strong("HARDWARE"),
                        Cell.faint("state"),
                        Cell.faint("age"),
                        Cell.faint("what it is, and its readings")));
        byKind().forEach((kind, parts) -> parts.forEach(part -> rows.addAll(rows(part))));
        page.table(2, rows);
    }

    private Map<String, List<ComponentReport>> byKind() {
        return components.stream()
                .collect(
                        Collectors.groupingBy(
                                ComponentReport::kind, TreeMap::new, Collectors.toList()));
    }

    private List<List<Cell>> rows(ComponentReport part) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Cell.of("  " + Words.local(part.id())),
                        state(part),
                        Cell.faint(Amounts.duration(part.ageSeconds())),
                        Cell.of(about(part))));
        if (verbose) {
            for (EvidenceReport evidence : part.evidence()) {
                rows.add(
                        List.of(
                                Cell.of(""),
                                Cell.of(""),
                                Cell.of(""),
                                Cell.faint(Words.claim(evidence))));
            }
        }
        return rows;
    }

    /** How the part counts; what counts as failed only because of others says so. */
    private static Cell state(ComponentReport part) {
        boolean itself = part.health() != ComponentReport.HealthWord.FAILED;
        boolean byOthers =
                part.standing() == Standing.FAILED
                        && itself
                        && part.presence() == ComponentReport.Presence.PRESENT;
        return byOthers ? new Cell("STOPPED", Tone.BAD) : Words.cell(part.standing());
    }

    private String about(ComponentReport part) {
        Stream<String> readings = readings(part).stream().map(Amounts::reading);
        Stream<String> silence = part.silence().stream().map(s -> "not seen: " + s.detail());
        return Stream.of(identity(part), readings, silence)
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> identity(ComponentReport part) {
        String maker = part.attributes().getOrDefault("vendor", "");
        String model = part.attributes().getOrDefault("model", "");
        String name = model.startsWith(maker) ? model : (maker + " " + model).strip();
        String capacity = part.attributes().getOrDefault("capacity-bytes", "");
        Stream<String> size =
                capacity.chars().allMatch(c -> c >= '0' && c <= '9') && !capacity.isEmpty()
                        ? Stream.of(Amounts.value(Double.parseDouble(capacity), "bytes"))
                        : Stream.empty();
        return Stream.concat(Stream.of(name).filter(text -> !text.isEmpty()), size);
    }

    /** Those with limits first, then those that are not zero, then the rest; as many as are key. */
    private List<ReadingReport> readings(ComponentReport part) {
        if (verbose) {
            return part.readings();
        }
        return Stream.of(
                        part.readings().stream().filter(HardwareSection::limited),
                        part.readings().stream().filter(r -> !limited(r) && r.value() != 0))
                .flatMap(parts -> parts)
                .limit(KEY_READINGS)
                .toList();
    }

    private static boolean limited(ReadingReport reading) {
        ReadingReport.Limits limits = reading.limits();
        return limits.lowCritical().isPresent()
                || limits.lowWarning().isPresent()
                || limits.highWarning().isPresent()
                || limits.highCritical().isPresent();
    }
}
