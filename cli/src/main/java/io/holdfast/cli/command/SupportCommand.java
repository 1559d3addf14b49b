package io.holdfast.cli.command;

import io.holdfast.agent.devices.command.ProcessCommands;
import io.holdfast.agent.devices.command.ProgramFolders;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        Bundle bundle = new Bundle();
        bundle.add(
                "versions.json",
                () -> JsonRecord.of(Versions.class).pretty(Versions.ofThisProcess()));
        StateFolder up = Folders.up(context, state);
        CollectorClient client = collector.client(context, up);
        add(bundle, client, Paths.REPORT, Report.class);
        add(bundle, client, Paths.AGENTS, AgentList.class);
        add(bundle, client, Paths.DEVICES, DeviceList.class);
        add(bundle, client, Paths.HEALTH, CollectorHealth.class);
        add(bundle, client, Paths.INVENTORY, InventoryReport.class);
        add(bundle, client, Paths.EVENTS, EventPage.class);
        bundle.add("metrics.txt", () -> client.text(Paths.METRICS, "*/*"));
        for (String program : List.of("agent", "collector")) {
            bundle.addFile("etc/" + program + ".yaml", SETTINGS.resolve(program + ".yaml"));
            for (String end : List.of(".yaml", ".log", "-crash.log")) {
                bundle.addFile("up/" + program + end, up.root().resolve(program + end));
            }
        }
        bundle.addListing("up/files.txt", up.root());
        Journal journal = new Journal(new ProcessCommands(ProgramFolders.usual()));
        for (String unit : UNITS) {
            bundle.add("journal/" + unit + ".log", () -> journal.of(unit));
        }
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

    private static <T extends Record> void add(
            Bundle bundle, CollectorClient client, String path, Class<T> type) {
        String name = path.substring(path.lastIndexOf('/') + 1) + ".json";
        bundle.add(name, () -> JsonRecord.of(type).pretty(client.get(path, type)));
    }
}
