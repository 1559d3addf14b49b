package io.holdfast.cli.command;

import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import io.holdfast.cli.report.RetireText;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.RetireRequest;
import io.holdfast.wire.api.RetireResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a host that is gone for good out of the reports. */
@Command(
        name = "retire",
        description = {
            "Take a host that is gone for good out of the reports; its history stays.",
            "Its agent's certificates count no longer; with a new token it may come back, as new.",
            "Without --yes only shows what would be done."
        },
        footer = {"%nExample:", "  holdfast inventory retire ber1/r12/db07 --reason 'sold' --yes"})
final class InventoryRetireCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "HOST", description = "The host, as site/rack/host or by its name.")
    private String host = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    InventoryRetireCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CollectorClient client = collector.client(context);
        HostId id = HostArgument.resolve(client, host);
        Query target = Query.of(Paths.HOSTS).host(id);
        if (!yes) {
            RetireText text = new RetireText(context.zone());
            HostReport now = client.get(target.toString(), HostReport.class);
            format.print(context.out(), HostReport.class, now, text::preview);
            context.err().println(RetireText.told(now));
            return 0;
        }
        RetireResult result =
                client.post(
                        target.segment("retire").toString(),
                        RetireRequest.class,
                        new RetireRequest(reason),
                        RetireResult.class);
        format.print(context.out(), RetireResult.class, result, RetireText::done);
        return 0;
    }
}
