package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.InventoryText;
import io.holdfast.core.component.ComponentId;
import io.holdfast.wire.api.AcceptRequest;
import io.holdfast.wire.api.AcceptResult;
import io.holdfast.wire.api.InventoryReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what is there for what ought to be there. */
@Command(
        name = "accept",
        description = {
            "Take hosts or single parts as they are now for what ought to be.",
            "Without --yes only shows what would be taken over."
        },
        footer = {
            "%nExample:",
            "  holdfast inventory accept ber1/r12/db07 --yes",
            "  holdfast inventory accept 'ber1/r12/db07/psu:PS2' --yes"
        })
final class InventoryAcceptCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "HOST|COMPONENT",
            arity = "0..*",
            description =
                    "site/rack/host, a host's name, or site/rack/host/kind:name (default: every host).")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--yes", description = "Do it.")
    private boolean yes;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    InventoryAcceptCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CollectorClient client = collector.client(context);
        AcceptRequest request = request(client);
        InventoryText text = new InventoryText(context.terminal(), context.zone());
        if (!yes) {
            InventoryReport all = client.get(Paths.INVENTORY, InventoryReport.class);
            InventoryReport now = AcceptPreview.of(all, request);
            format.print(context.out(), InventoryReport.class, now, text::differences);
            context.err().println(AcceptPreview.told(now, subjects));
            return 0;
        }
        AcceptResult result =
                client.post(Paths.ACCEPT, AcceptRequest.class, request, AcceptResult.class);
        format.print(context.out(), AcceptResult.class, result, text::accepted);
        return 0;
    }

    private AcceptRequest request(CollectorClient client) {
        List<String> hosts = new ArrayList<>();
        List<String> components = new ArrayList<>();
        for (String subject : subjects) {
            try {
                long slashes = subject.chars().filter(c -> c == '/').count();
                if (slashes == 0 || slashes == 2) {
                    hosts.add(HostArgument.resolve(client, subject).toString());
                } else {
                    components.add(ComponentId.parse(subject).toString());
                }
            } catch (IllegalArgumentException e) {
                throw new Failure(String.valueOf(e.getMessage()), "holdfast inventory lists them");
            }
        }
        return new AcceptRequest(hosts, components, subjects.isEmpty());
    }
}
