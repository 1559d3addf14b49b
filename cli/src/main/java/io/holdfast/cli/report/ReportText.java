package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.ComponentReport;
import io.holdfast.wire.api.DeviceAnswer;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * A report as text, made to be read at night: the verdict first and what keeps the collector from
 * its work, then for each host what is wrong, its groups, its single points of failure, its
 * hardware and what could not be seen.
 *
 * @param terminal where it goes
 * @param zone the zone in which times are told
 * @param verbose whether every claim shows its source, and hosts that are well are shown in full
 */
public record ReportText(Terminal terminal, ZoneId zone, boolean verbose) {

    /** The whole report, each line ended. */
    public String of(Report report) {
        Page page = new Page(terminal);
        page.line(0, Words.cell(report.status()), Cell.of(Verdict.of(report, zone)));
        report.collectorTrouble().forEach(trouble -> trouble(page, trouble));
        page.line(0, Cell.faint(time(report.at()) + ", Holdfast " + report.version()));
        List<HostReport> worstFirst =
                report.hosts().stream()
                        .sorted(Comparator.comparingInt(host -> weight(host.status())))
                        .toList();
        boolean many = report.hosts().size() > 1;
        for (HostReport host : worstFirst) {
            if (many && host.status() == Status.OK && !verbose) {
                page.line(0, Cell.strong(Words.host(host.id())), Words.cell(host.status()));
            } else {
                host(page, host);
            }
        }
        return page.text();
    }

    private static void trouble(Page page, CollectorHealth.Check trouble) {
        page.flow(2, 4, List.of(Cell.strong(trouble.name()), Cell.of(trouble.detail())));
        page.flow(2, 4, List.of(Cell.of("to do: " + trouble.remedy())));
    }

    private static int weight(Status status) {
        return switch (status) {
            case CRITICAL -> 0;
            case WARNING -> 1;
            case UNKNOWN -> 2;
            case OK -> 3;
        };
    }

    private void host(Page page, HostReport host) {
        page.blank();
        page.line(
                0,
                Cell.strong(Words.host(host.id())),
                Words.cell(host.status()),
                Cell.faint(" " + heard(host) + age(host)));
        new WrongSection(host, zone).to(page);
        new GroupSection(host.groups()).to(page);
        new SpofSection(host).to(page);
        new HardwareSection(host.components(), verbose).to(page);
        new UnseenSection(host.silent(), verbose).to(page);
        new DifferenceSection(host, zone).to(page);
    }

    private String heard(HostReport host) {
        return host.agent()
                .map(this::heard)
                .or(() -> host.device().map(ReportText::answered))
                .orElse("no agent");
    }

    private static String answered(DeviceAnswer device) {
        String ago =
                device.ageSeconds().isPresent()
                        ? Amounts.duration(device.ageSeconds().getAsLong()) + " ago"
                        : "never";
        String poller =
                device.poller()
                        .map(agent -> "polled by " + Words.host(agent))
                        .orElse("polled by nobody");
        return poller + ", answered " + ago;
    }

    private String heard(AgentReport agent) {
        if (agent.state() == AgentReport.State.REVOKED) {
            return "agent " + Words.revoked(agent, zone);
        }
        String ago =
                agent.ageSeconds().isPresent()
                        ? Amounts.duration(agent.ageSeconds().getAsLong()) + " ago"
                        : "never";
        String version = agent.version().isEmpty() ? "" : " " + agent.version();
        return "agent" + version + " heard " + ago;
    }

    private static String age(HostReport host) {
        return host.components().stream().mapToLong(ComponentReport::ageSeconds).max().stream()
                .mapToObj(oldest -> ", oldest value " + Amounts.duration(oldest))
                .findFirst()
                .orElse("");
    }

    private String time(Instant at) {
        return Plain.time(at, zone);
    }
}
