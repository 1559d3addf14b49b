package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.TopologyText;
import io.holdfast.wire.api.TopologyReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is odd about the topology. */
@Command(
        name = "check",
        description =
                "Tell where parts that cover one another share a fate, and where the settings and"
                        + " what is reported differ. Exits 1 where there is anything.",
        footer = {"%nExample:", "  holdfast topology check"})
final class TopologyCheckCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    TopologyCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TopologyReport all = collector.client(context).get(Paths.TOPOLOGY, TopologyReport.class);
        TopologyText text = new TopologyText(context.terminal());
        format.print(context.out(), TopologyReport.class, all, text::findings);
        return all.status().exitCode();
    }
}
