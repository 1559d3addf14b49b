package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import io.holdfast.cli.report.ReportText;
import io.holdfast.wire.api.Report;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how hosts stand, and exits with their status. */
@Command(
        name = "report",
        description = "Print how hosts stand; exits 0, 1, 2 or 3 as they do.",
        footer = {"%nExample:", "  holdfast report ber1/r12/db07 --verbose"})
final class ReportCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "HOST",
            arity = "0..1",
            description = "One host, as site/rack/host (default: all).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading, the source of every claim, and hosts that are well.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    ReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Report report =
                collector
                        .client(context)
                        .get(Query.of(Paths.REPORT).with("host", host).toString(), Report.class);
        if (host.isPresent() && report.hosts().isEmpty()) {
            throw new Failure(
                    "expected a host that an agent speaks for, found " + host.get(),
                    "see: holdfast agents");
        }
        ReportText text = new ReportText(context.terminal(), context.zone(), verbose);
        format.print(context.out(), Report.class, report, text::of);
        return report.status().exitCode();
    }
}
