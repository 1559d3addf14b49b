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

/** Says whether components may be taken out. */
@Command(
        name = "can-i-pull",
        description =
                "Say whether components may be taken out now. Exits 0 for yes, 1 for yes with not"
                        + "hing to spare meanwhile, 2 where something stops or is overloaded, 3 where it ca"
                        + "nnot be said.",
        footer = {"%nExample:", "  holdfast can-i-pull pdu-b"})
final class CanIPullCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description =
                    "The components, as short as only one fits: pdu-b, db07, feed:B, db07/PS1.")
    private List<String> lost = List.of();

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    CanIPullCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String target =
                Query.of(Paths.WHAT_IF)
                        .with("lose", Optional.of(String.join(",", lost)))
                        .toString();
        WhatIfReport outcome = collector.client(context).get(target, WhatIfReport.class);
        WhatIfText text = new WhatIfText(context.terminal(), true);
        format.print(context.out(), WhatIfReport.class, outcome, text::of);
        return outcome.status().exitCode();
    }
}
