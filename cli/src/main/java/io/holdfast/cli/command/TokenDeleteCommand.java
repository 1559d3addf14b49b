package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a token useless before its time. */
@Command(
        name = "delete",
        description = "Delete a token, so that nobody can use it any more.",
        footer = {"%nExample:", "  holdfast collector token delete k3Jd9s"})
final class TokenDeleteCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "ID", description = "The token's name, as token list shows it.")
    private String id = "";

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    TokenDeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        collector.client(context).delete(Query.of(Paths.TOKENS).segment(id).toString());
        Done done = new Done("deleted", id);
        format.print(
                context.out(), Done.class, done, d -> "Token " + d.subject() + " is deleted.\n");
        return 0;
    }
}
