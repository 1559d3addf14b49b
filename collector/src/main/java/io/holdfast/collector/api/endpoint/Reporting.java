package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.api.shown.ShownAgent;
import io.holdfast.collector.api.shown.ShownHost;
import io.holdfast.collector.api.shown.ShownInventory;
import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.AgentList;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.InventoryReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers what is known now. */
final class Reporting {

    private static final JsonRecord<Report> REPORT = JsonRecord.of(Report.class);
    private static final JsonRecord<HostReport> HOST = JsonRecord.of(HostReport.class);
    private static final JsonRecord<AgentList> AGENTS = JsonRecord.of(AgentList.class);
    private static final JsonRecord<InventoryReport> INVENTORY =
            JsonRecord.of(InventoryReport.class);
    private static final Set<String> FILTERS = Set.of("host");
    private static final String END = "]}";

    private final Reports reports;
    private final Supplier<CollectorHealth> health;
    private final InstantSource clock;
    private final String version;
    private final Gate gate;

    Reporting(
            Reports reports,
            Supplier<CollectorHealth> health,
            InstantSource clock,
            String version,
            Gate gate) {
        this.reports = reports;
        this.health = health;
        this.clock = clock;
        this.version = version;
        this.gate = gate;
    }

    /** Written host by host: all of them as records at once would fill the memory. */
    Answer report(Call call) {
        call.expectQuery(FILTERS);
        Predicate<HostId> wanted = wanted(call);
        return new Answer.Written(Answer.JSON, gate.behind(out -> write(wanted, out)));
    }

    private void write(Predicate<HostId> wanted, OutputStream out) throws IOException {
        ReportView view = reports.report();
        List<HostView> hosts = chosen(view, wanted);
        Status ofHosts =
                hosts.stream()
                        .map(host -> ShownHost.report(host, view.at()).status())
                        .reduce(Status::worse)
                        .orElse(Status.UNKNOWN);
        List<CollectorHealth.Check> troubles =
                health.get().checks().stream()
                        .filter(check -> check.status() != Status.OK)
                        .toList();
        Status worst =
                troubles.stream().map(CollectorHealth.Check::status).reduce(ofHosts, Status::worse);
        // The record without hosts ends in "[]}": they go in between.
        String empty = REPORT.text(new Report(view.at(), version, worst, troubles, List.of()));
        out.write(bytes(empty.substring(0, empty.length() - END.length())));
        for (int i = 0; i < hosts.size(); i++) {
            out.write(bytes(i == 0 ? "" : ","));
            HOST.write(ShownHost.report(hosts.get(i), view.at()), out);
        }
        out.write(bytes(END));
    }

    Answer host(Call call) {
        call.expectQuery(Set.of());
        HostId id = Parameters.host(call);
        HostView host = reports.host(id).orElseThrow(() -> unknown(id));
        return Answer.ok(HOST, ShownHost.report(host, clock.instant()));
    }

    Answer inventory(Call call) {
        call.expectQuery(FILTERS);
        Predicate<HostId> wanted = wanted(call);
        return new Answer.Written(Answer.JSON, gate.behind(out -> writeInventory(wanted, out)));
    }

    private void writeInventory(Predicate<HostId> wanted, OutputStream out) throws IOException {
        ReportView view = reports.report();
        List<InventoryReport.Host> hosts =
                chosen(view, wanted).stream().map(ShownInventory::host).toList();
        INVENTORY.write(new InventoryReport(view.at(), hosts), out);
    }

    Answer agents(Call call) {
        call.expectQuery(Set.of());
        Instant now = clock.instant();
        return Answer.ok(
                AGENTS,
                new AgentList(
                        now,
                        reports.agents().stream().map(a -> ShownAgent.agent(a, now)).toList()));
    }

    static Refusal unknown(HostId host) {
        return Refusal.notFound(
                "expected a host that an agent speaks for, found " + host, "see: holdfast agents");
    }

    private static Predicate<HostId> wanted(Call call) {
        return call.query("host", HostPattern::of)
                .<Predicate<HostId>>map(pattern -> pattern::matches)
                .orElse(host -> true);
    }

    private static List<HostView> chosen(ReportView view, Predicate<HostId> wanted) {
        return view.hosts().stream().filter(host -> wanted.test(host.host())).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
