package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.AgentList;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Agents as a table.
 *
 * @param terminal where it goes
 * @param zone the zone in which times are told
 */
public record AgentsText(Terminal terminal, ZoneId zone) {

    /** One line for each agent. */
    public String of(AgentList agents) {
        Page page = new Page(terminal);
        if (agents.agents().isEmpty()) {
            page.line(
                    0, Cell.of("No agent has been enrolled; see: holdfast collector token create"));
            return page.text();
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Cell.strong("AGENT"),
                        Cell.faint("state"),
                        Cell.faint("heard"),
                        Cell.faint("version"),
                        Cell.faint("memory"),
                        Cell.faint("waiting and dropped changes, clock")));
        agents.agents().forEach(agent -> rows.add(row(agent)));
        page.table(0, rows);
        return page.text();
    }

    private List<Cell> row(AgentList.Agent agent) {
        String heard =
                agent.heard().ageSeconds().isPresent()
                        ? Amounts.duration(agent.heard().ageSeconds().getAsLong()) + " ago"
                        : "never";
        return List.of(
                Cell.of(Words.host(agent.host())),
                state(agent),
                Cell.of(heard),
                Cell.of(agent.heard().version()),
                Cell.of(Amounts.value((double) agent.rssBytes(), "bytes")),
                Cell.of(details(agent)));
    }

    private static Cell state(AgentList.Agent agent) {
        if (agent.revoked()) {
            return new Cell("REVOKED", Tone.WARNING);
        }
        return switch (agent.heard().state()) {
            case CONNECTED -> new Cell("connected", Tone.GOOD);
            case SILENT -> new Cell("SILENT", Tone.BAD);
            case NEVER -> new Cell("never heard", Tone.WARNING);
            case REVOKED -> new Cell("REVOKED", Tone.WARNING);
            case UNKNOWN -> new Cell("unknown", Tone.STRONG);
        };
    }

    private String details(AgentList.Agent agent) {
        String clock =
                agent.heard().clockOffsetMillis().isPresent()
                        ? ", clock off by " + agent.heard().clockOffsetMillis().getAsLong() + " ms"
                        : "";
        if (agent.revoked()) {
            return Words.revoked(agent.heard(), zone);
        }
        return agent.spooled() + " waiting, " + agent.dropped() + " dropped" + clock;
    }
}
