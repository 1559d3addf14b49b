package io.holdfast.cli.command;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the imported MIB modules. */
@Command(
        name = "list",
        description = "List the imported MIB modules.",
        footer = {"%nExample:", "  holdfast mib list"})
final class MibListCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private NamesOption names = new NamesOption();
    @Mixin private FormatOption format = new FormatOption();

    MibListCommand(Context context) {
        this.context = context;
    }

    /**
     * The modules.
     *
     * @param from where they are kept
     */
    public record Modules(String from, List<MibImportCommand.Module> modules) {
        public Modules {
            modules = List.copyOf(modules);
        }
    }

    @Override
    public Integer call() {
        Modules modules =
                new Modules(
                        names.folder().toString(),
                        names.imported(context).stream().map(MibImportCommand.Module::of).toList());
        format.print(context.out(), Modules.class, modules, this::text);
        return 0;
    }

    private String text(Modules modules) {
        if (modules.modules().isEmpty()) {
            return "No MIB is imported in "
                    + modules.from()
                    + "\n  to do: holdfast mib import FILE\n";
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("MODULE", "objects", "notifications", "types"));
        for (MibImportCommand.Module module : modules.modules()) {
            rows.add(
                    row(
                            module.name(),
                            Long.toString(module.objects()),
                            Long.toString(module.notifications()),
                            Integer.toString(module.types())));
        }
        return new Page(context.terminal()).table(0, rows).text();
    }

    private static List<Cell> row(String... cells) {
        return Stream.of(cells).map(Cell::of).toList();
    }
}
