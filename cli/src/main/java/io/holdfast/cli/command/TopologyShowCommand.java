package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.TopologyText;
import io.holdfast.wire.api.TopologyReport;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what hangs on what. */
@Command(
        name = "show",
        description = "Show what hangs on what, and where each edge is known from.",
        footer = {"%nExample:", "  holdfast topology show pdu-a"})
final class TopologyShowCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Only edges with this in a name, such as a host or feed:A.")
    private Optional<String> name = Optional.empty();

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    TopologyShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TopologyReport all = collector.client(context).get(Paths.TOPOLOGY, TopologyReport.class);
        TopologyText text = new TopologyText(context.terminal());
        TopologyReport shown = name.map(part -> TopologyText.only(all, part)).orElse(all);
        format.print(context.out(), TopologyReport.class, shown, text::edges);
        return 0;
    }
}
