package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import io.holdfast.cli.report.WhatIfText;
import io.holdfast.wire.api.WhatIfReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what follows from a loss. */
@Command(
        name = "what-if",
        description =
                "Say what follows if components are lost at once: what stops, what is left withou"
                        + "t a spare, who carries the load. Exits 0 for nothing, 1 where a spare is used up"
                        + ", 2 where something stops or is overloaded, 3 where it cannot be said.",
        footer = {"%nExample:", "  holdfast what-if feed:A tor-2"})
final class WhatIfCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description =
                    "The components, as short as only one fits: pdu-b, db07, feed:B, db07/PS1.")
    private List<String> lost = List.of();

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    WhatIfCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String target =
                Query.of(Paths.WHAT_IF)
                        .with("lose", Optional.of(String.join(",", lost)))
                        .toString();
        WhatIfReport outcome = collector.client(context).get(target, WhatIfReport.class);
        WhatIfText text = new WhatIfText(context.terminal(), false);
        format.print(context.out(), WhatIfReport.class, outcome, text::of);
        return outcome.status().exitCode();
    }
}
