package io.holdfast.cli.command;

import io.holdfast.cli.report.EventText;
import io.holdfast.cli.report.ReportText;
import io.holdfast.cli.up.StateFolder;
import io.holdfast.cli.up.Up;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.json.JsonRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Watches this machine: a collector and an agent, a report, and then what changes. */
@Command(
        name = "up",
        description = {
            "Watch this machine: start a collector and an agent, print the report, then what changes.",
            "Needs no root, but sees less without. Ctrl-C ends both.",
            "One of the two that ends by itself is started again, three times within ten minutes;"
                    + " then this ends with 3."
        },
        footer = {"%nExample:", "  holdfast up --once --format json"})
final class UpCommand implements Callable<Integer> {

    /** How long the first report waits for slow hardware. */
    private static final Duration FIRST_REPORT = Duration.ofSeconds(4);

    private final Context context;

    @Option(names = "--once", description = "Print the report, end, and exit 0, 1, 2 or 3 by it.")
    private boolean once;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the state is kept (default: ~/.local/state/holdfast).")
    private Optional<Path> state = Optional.empty();

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Context.Installation at = Installed.require(context);
        StateFolder folder = Folders.up(context, state);
        try (Up up = Up.start(context, at, folder);
                Interrupt interrupt = Interrupt.to(up)) {
            Report report = up.firstReport(FIRST_REPORT);
            ReportText text = new ReportText(context.terminal(), context.zone(), verbose);
            format.print(context.out(), Report.class, report, text::of);
            context.out().flush();
            up.unheard(report).ifPresent(why -> why.tell(context.err()));
            if (once) {
                return report.status().exitCode();
            }
            say(folder, up);
            up.follow(this::print);
            return interrupt.exitCode();
        }
    }

    private void say(StateFolder folder, Up up) {
        StringBuilder text = new StringBuilder("\nState in " + folder.root());
        up.addresses()
                .forEach((what, where) -> text.append(", ").append(what).append(" ").append(where));
        context.err().println(text + ". Changes follow; Ctrl-C ends.");
    }

    private void print(EventReport event) {
        if (format.json()) {
            context.out().println(JsonRecord.of(EventReport.class).text(event));
        } else {
            context.out().print(new EventText(context.terminal(), context.zone(), false).of(event));
        }
        context.out().flush();
    }
}
