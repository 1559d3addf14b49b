package io.holdfast.cli.command;

import io.holdfast.agent.devices.command.ProcessCommands;
import io.holdfast.agent.devices.command.ProgramFolders;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.http.Connector;
import io.holdfast.cli.local.HostName;
import io.holdfast.cli.support.Bundle;
import io.holdfast.cli.support.Journal;
import io.holdfast.cli.up.StateFolder;
import io.holdfast.wire.api.AgentList;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.DeviceList;
import io.holdfast.wire.api.EventPage;
import io.holdfast.wire.api.InventoryReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.json.JsonRecord;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Collects what somebody who helps has to see, without secrets. */
@Command(
        name = "support",
        description = {
            "Write a .tar.gz with versions, settings, report, metrics and logs, secrets left out.",
            "Its file CONTENTS, printed too, lists what could not be had, with where it was looked"
                    + " for and why it is missing."
        },
        footer = {
            "%nExample:",
            "  holdfast support --output /tmp/holdfast-support.tar.gz",
            "  holdfast support --state /tmp/trial"
        })
final class SupportCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Path SETTINGS = Path.of("/etc/holdfast");

    /** What the collector knows, which need not be of this machine. */
    private static final String COLLECTOR = "collector/";

    private static final String LOCAL = "local/";

    /** The units of an installation, whose logs are in the journal. */
    private static final List<String> UNITS = List.of("holdfast-agent", "holdfast-collector");

    private final Context context;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "The state of the holdfast up that it is about, as given there"
                            + " (default: ~/.local/state/holdfast).")
    private Optional<Path> state = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to (default: holdfast-support-TIME.tar.gz here).")
    private Optional<Path> output = Optional.empty();

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    SupportCommand(Context context) {
        this.context = context;
    }

    /**
     * The bundle that was written.
     *
     * @param file where it is
     * @param contents what is in it, line by line
     */
    public record Written(String file, List<String> contents) {
        public Written {
            contents = List.copyOf(contents);
        }
    }

    @Override
    public Integer call() {
        StateFolder up = Folders.up(context, state);
        CollectorClient client = collector.client(context, up);
        Map<String, String> origins = new LinkedHashMap<>();
        origins.put(COLLECTOR, "what the collector answered: " + asked(client));
        origins.put(LOCAL, "what is on this machine, " + HostName.ofMachine());
        Bundle bundle = new Bundle(origins);
        collect(bundle, client);
        collect(bundle, up);
        Path file =
                output.orElseGet(
                        () ->
                                Path.of(
                                        "holdfast-support-"
                                                + STAMP.format(context.clock().instant())
                                                + ".tar.gz"));
        bundle.write(file, context.clock().instant());
        Written written = new Written(file.toString(), bundle.contents().lines().toList());
        format.print(
                context.out(),
                Written.class,
                written,
                w -> w.file() + "\n" + String.join("\n", w.contents()) + "\n");
        return 0;
    }

    private String asked(CollectorClient client) {
        String peers =
                client.connectors().stream()
                        .map(Connector::peer)
                        .collect(Collectors.joining(", else "));
        return collector
                .named(context)
                .map(named -> peers + ", which was named and may be of another machine")
                .orElse(peers);
    }

    private static void collect(Bundle bundle, CollectorClient client) {
        add(bundle, client, Paths.REPORT, Report.class);
        add(bundle, client, Paths.AGENTS, AgentList.class);
        add(bundle, client, Paths.DEVICES, DeviceList.class);
        add(bundle, client, Paths.HEALTH, CollectorHealth.class);
        add(bundle, client, Paths.INVENTORY, InventoryReport.class);
        add(bundle, client, Paths.EVENTS, EventPage.class);
        bundle.add(COLLECTOR + "metrics.txt", () -> client.text(Paths.METRICS, "*/*"));
    }

    private static void collect(Bundle bundle, StateFolder up) {
        bundle.add(
                LOCAL + "versions.json",
                () -> JsonRecord.of(Versions.class).pretty(Versions.ofThisProcess()));
        for (String program : List.of("agent", "collector")) {
            bundle.addFile(LOCAL + "etc/" + program + ".yaml", SETTINGS.resolve(program + ".yaml"));
            for (String end : List.of(".yaml", ".log", "-crash.log")) {
                bundle.addFile(LOCAL + "up/" + program + end, up.root().resolve(program + end));
            }
        }
        bundle.addListing(LOCAL + "up/files.txt", up.root());
        Journal journal = new Journal(new ProcessCommands(ProgramFolders.usual()));
        for (String unit : UNITS) {
            bundle.add(LOCAL + "journal/" + unit + ".log", () -> journal.of(unit));
        }
    }

    private static <T extends Record> void add(
            Bundle bundle, CollectorClient client, String path, Class<T> type) {
        String name = COLLECTOR + path.substring(path.lastIndexOf('/') + 1) + ".json";
        bundle.add(name, () -> JsonRecord.of(type).pretty(client.get(path, type)));
    }
}
