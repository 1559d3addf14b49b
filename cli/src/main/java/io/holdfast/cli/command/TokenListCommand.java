package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.Plain;
import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.wire.api.TokenList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the tokens that can still be used, without their secrets. */
@Command(
        name = "list",
        description = "List the tokens that can still be used, without their secrets.",
        footer = {"%nExample:", "  holdfast collector token list"})
final class TokenListCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    TokenListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TokenList tokens = collector.client(context).get(Paths.TOKENS, TokenList.class);
        format.print(context.out(), TokenList.class, tokens, this::text);
        return 0;
    }

    private String text(TokenList tokens) {
        Page page = new Page(context.terminal());
        if (tokens.tokens().isEmpty()) {
            return page.line(0, Cell.of("No token can be used.")).text();
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Cell.strong("TOKEN"),
                        Cell.faint("hosts"),
                        Cell.faint("uses left"),
                        Cell.faint("until, and who made it")));
        for (TokenList.Token token : tokens.tokens()) {
            rows.add(
                    List.of(
                            Cell.of(token.id()),
                            Cell.of(token.hosts()),
                            Cell.of(String.valueOf(token.usesLeft())),
                            Cell.of(
                                    Plain.time(token.expires(), context.zone())
                                            + ", by "
                                            + token.createdBy())));
        }
        return page.table(0, rows).text();
    }
}
