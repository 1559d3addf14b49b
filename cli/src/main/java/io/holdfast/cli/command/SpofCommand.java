package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import io.holdfast.cli.report.SpofText;
import io.holdfast.wire.api.SpofList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the single points of failure. */
@Command(
        name = "spof",
        description =
                "List every component whose loss alone stops a VIP or service, or a host where none"
                        + " are declared; worst first. Exits 2 where something that is lost has made"
                        + " one, 3 where silent parts leave it open, 0 where all are so by design.",
        footer = {"%nExample:", "  holdfast spof --new"})
final class SpofCommand implements Callable<Integer> {

    private final Context context;

    @Option(
            names = "--new",
            description = "Only those that would be none if every accepted part were well.")
    private boolean newOnly;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the whole way from the loss to what stops.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    SpofCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<Boolean> only = newOnly ? Optional.of(true) : Optional.empty();
        String target = Query.of(Paths.SPOF).with("new", only).toString();
        SpofList spofs = collector.client(context).get(target, SpofList.class);
        SpofText text = new SpofText(context.terminal(), newOnly, verbose);
        format.print(context.out(), SpofList.class, spofs, text::of);
        return spofs.status().exitCode();
    }
}
