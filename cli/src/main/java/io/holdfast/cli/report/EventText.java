package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.EventReport;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An event as one line: when, what, from what to what, and why.
 *
 * @param terminal where it goes
 * @param zone the zone in which times are told
 * @param dated whether the day is told too
 */
public record EventText(Terminal terminal, ZoneId zone, boolean dated) {

    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final Set<String> GOOD = Set.of("ok", "working", "full", "present");
    private static final Set<String> BAD = Set.of("failed", "absent", "none", "insufficient");

    /** The line, ended. */
    public String of(EventReport event) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.faint((dated ? DATED : TIME).format(event.at().atZone(zone))));
        if (!event.host().isEmpty()) {
            cells.add(Cell.of(Words.host(event.host())));
        }
        if (!event.subject().equals(event.host())) {
            cells.add(Cell.strong(Words.local(event.subject())));
        }
        happened(event).ifPresent(cells::add);
        change(event, cells);
        if (!event.detail().isEmpty()) {
            cells.add(Cell.of(event.detail()));
        }
        event.evidence().stream()
                .limit(1)
                .forEach(evidence -> cells.add(Cell.faint("(" + Words.source(evidence) + ")")));
        event.actor().ifPresent(actor -> cells.add(Cell.faint("by " + actor)));
        return new Page(terminal).flow(0, 10, cells).text();
    }

    /** What happened, in a word; empty where the change tells it. */
    private static Optional<Cell> happened(EventReport event) {
        return switch (event.type()) {
            case COMPONENT_CHANGED, REDUNDANCY_CHANGED -> Optional.empty();
            case AGENT_CONNECTED -> said("connected", Tone.GOOD);
            case AGENT_SILENT -> said("silent", Tone.WARNING);
            case AGENT_HEARD -> said("heard again", Tone.GOOD);
            case DETAIL_DROPPED -> said("lost detail", Tone.WARNING);
            case STATE_REPAIRED -> said("state repaired", Tone.WARNING);
            case INVENTORY_DIFFERS ->
                    said("inventory compared with what was accepted", Tone.WARNING);
            case INVENTORY_ACCEPTED -> said("inventory accepted", Tone.GOOD);
            case AGENT_ENROLLED -> said("enrolled", Tone.GOOD);
            case AGENT_REVOKED -> said("revoked", Tone.BAD);
            case DEVICE_SILENT -> said("device silent", Tone.WARNING);
            case DEVICE_HEARD -> said("device heard again", Tone.GOOD);
            case DEVICE_MOVED -> said("device moved", Tone.WARNING);
            case HOST_RETIRED -> said("retired", Tone.WARNING);
            case AGENT_DOUBLED -> said("two agents with one identity:", Tone.BAD);
            case UNKNOWN -> said("something that is newer than this command", Tone.WARNING);
        };
    }

    private static Optional<Cell> said(String words, Tone tone) {
        return Optional.of(new Cell(words, tone));
    }

    private static void change(EventReport event, List<Cell> cells) {
        if (!event.after().isEmpty()) {
            if (!event.before().isEmpty()) {
                cells.add(Cell.of(event.before() + " →"));
            }
            cells.add(new Cell(event.after(), tone(event.after())));
        }
        boolean known = event.sparesBefore().isPresent() || event.sparesAfter().isPresent();
        if (known && !event.after().isEmpty()) {
            boolean wasThere = !event.before().isEmpty();
            String before = wasThere ? Words.spares(event.sparesBefore()) + " → " : "";
            cells.add(Cell.of("spares " + before + Words.spares(event.sparesAfter())));
        }
    }

    private static Tone tone(String word) {
        if (GOOD.contains(word)) {
            return Tone.GOOD;
        }
        return BAD.contains(word) ? Tone.BAD : Tone.WARNING;
    }
}
