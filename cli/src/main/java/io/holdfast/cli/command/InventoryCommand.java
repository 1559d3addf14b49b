package io.holdfast.cli.command;

import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import io.holdfast.cli.report.InventoryText;
import io.holdfast.wire.api.InventoryReport;
import io.holdfast.wire.api.Status;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what ought to be there, and what is there instead. */
@Command(
        name = "inventory",
        description = "Print what ought to be there and what differs; exits 1 where anything does.",
        footer = {"%nExample:", "  holdfast inventory --host ber1/r12/db07"})
final class InventoryCommand implements Callable<Integer> {

    private final Context context;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "One host, as site/rack/host (default: all).")
    private Optional<String> host = Optional.empty();

    @Parameters(paramLabel = "HOST", arity = "0..1", description = "The same as --host HOST.")
    private Optional<String> named = Optional.empty();

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    InventoryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<String> asked = host.or(() -> named);
        CollectorClient client = collector.client(context);
        InventoryReport inventory = inventory(client, asked);
        if (inventory.hosts().isEmpty() && asked.isPresent()) {
            Mistyped.refusePart(spec, named);
            throw KnownHosts.of(inventory(client, Optional.empty())).unknown(asked.get());
        }
        InventoryText text = new InventoryText(context.terminal(), context.zone());
        format.print(context.out(), InventoryReport.class, inventory, text::of);
        boolean same = inventory.hosts().stream().allMatch(h -> h.differences().isEmpty());
        return (same ? Status.OK : Status.WARNING).exitCode();
    }

    private static InventoryReport inventory(CollectorClient client, Optional<String> host) {
        String target = Query.of(Paths.INVENTORY).with("host", host).toString();
        return client.get(target, InventoryReport.class);
    }
}
