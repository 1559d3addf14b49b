package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.WhatIfReport;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What would follow from a loss.
 *
 * @param terminal where it goes
 * @param pull whether it was asked if something may be pulled
 */
public record WhatIfText(Terminal terminal, boolean pull) {

    private static final int MOST_LISTED = 20;
    private static final double GIGA = 1e9;

    /** The answer first, then why. */
    public String of(WhatIfReport outcome) {
        Page page = new Page(terminal);
        page.flow(0, 2, List.of(answer(outcome)));
        lines(
                page,
                "stops:",
                outcome.stops().stream().map(chain -> Label.way(chain.steps())).toList());
        lines(
                page,
                "too much to carry:",
                outcome.loads().stream()
                        .filter(WhatIfReport.Load::over)
                        .map(WhatIfText::load)
                        .toList());
        lines(
                page,
                "may stop, for nothing is known of what it would hang on:",
                outcome.doubts().stream()
                        .map(
                                doubt ->
                                        Label.of(doubt.component())
                                                + " on "
                                                + Label.list(doubt.unknown(), 4))
                        .toList());
        lines(
                page,
                "left without a spare:",
                outcome.withoutSpare().stream().map(WhatIfText::bare).toList());
        lines(
                page,
                "carries:",
                outcome.loads().stream().filter(l -> !l.over()).map(WhatIfText::load).toList());
        if (outcome.further() > 0) {
            page.line(
                    0,
                    Cell.faint(
                            outcome.further()
                                    + (outcome.further() == 1
                                            ? " part behind it is lost with it"
                                            : " parts behind it are lost with it")));
        }
        return page.text();
    }

    private Cell answer(WhatIfReport outcome) {
        String lost = Label.list(outcome.lost(), 4);
        return switch (outcome.verdict()) {
            case HARMLESS ->
                    new Cell(
                            (pull ? "YES: without " : "Without ")
                                    + lost
                                    + " nothing stops, and everything keeps its spare.",
                            Tone.GOOD);
            case FRAGILE ->
                    new Cell(
                            (pull
                                            ? "YES, BUT nothing else may fail meanwhile: without "
                                            : "Without ")
                                    + lost
                                    + " nothing stops, but a spare is used up.",
                            Tone.WARNING);
            case UNKNOWN ->
                    new Cell(
                            (pull ? "NOT NOW, it cannot be said: " : "It cannot be said: ")
                                    + "without "
                                    + lost
                                    + " something would hang on what nobody hears of.",
                            Tone.STRONG);
            case STOPS ->
                    new Cell(
                            (pull ? "NO: without " : "Without ")
                                    + lost
                                    + (outcome.stops().isEmpty()
                                            ? " what is left carries too much."
                                            : " something stops."),
                            Tone.BAD);
        };
    }

    private static void lines(Page page, String title, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        page.line(0, Cell.strong(title));
        texts.stream().limit(MOST_LISTED).forEach(text -> page.flow(2, 4, List.of(Cell.of(text))));
        if (texts.size() > MOST_LISTED) {
            page.line(2, Cell.faint("and " + (texts.size() - MOST_LISTED) + " more"));
        }
    }

    private static String bare(WhatIfReport.Bare bare) {
        String whose = bare.carries().map(Label::of).orElse(bare.group());
        return whose
                + " ("
                + Words.local(bare.group())
                + "): "
                + (bare.left().isEmpty() ? "no member is sure" : Label.list(bare.left(), 4))
                + (bare.left().size() == 1 ? " alone" : "");
    }

    private static String load(WhatIfReport.Load load) {
        return Label.of(load.component())
                + ": "
                + amount(load.before(), load.unit())
                + " now, "
                + amount(load.after(), load.unit())
                + " then, of "
                + amount(OptionalDouble.of(load.limit()), load.unit());
    }

    private static String amount(OptionalDouble value, String unit) {
        if (value.isEmpty()) {
            return "an unknown load";
        }
        return unit.equals("ampere")
                ? String.format(Locale.ROOT, "%.1f A", value.getAsDouble())
                : String.format(Locale.ROOT, "%.2f Gbit/s", value.getAsDouble() / GIGA);
    }
}
