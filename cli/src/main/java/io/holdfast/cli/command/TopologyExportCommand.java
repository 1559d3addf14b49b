package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.TopologyExport;
import io.holdfast.wire.api.TopologyReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the topology for other programs. */
@Command(
        name = "export",
        description = "Write the topology for Graphviz or as a Markdown table.",
        footer = {"%nExample:", "  holdfast topology export --as markdown"})
final class TopologyExportCommand implements Callable<Integer> {

    private final Context context;

    /** The forms. */
    enum Form {
        DOT,
        MARKDOWN
    }

    @Option(
            names = "--as",
            paramLabel = "dot|markdown",
            description = "The form (default: ${DEFAULT-VALUE}); for JSON: --format json.")
    private Form form = Form.DOT;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    TopologyExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TopologyReport all = collector.client(context).get(Paths.TOPOLOGY, TopologyReport.class);
        format.print(
                context.out(),
                TopologyReport.class,
                all,
                switch (form) {
                    case DOT -> TopologyExport::dot;
                    case MARKDOWN -> TopologyExport::markdown;
                });
        return 0;
    }
}
