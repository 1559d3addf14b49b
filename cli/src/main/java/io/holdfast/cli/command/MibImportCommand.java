package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.yaml.Problem;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.NamesFolder;
import io.holdfast.mibs.names.NodeKind;
import io.holdfast.mibs.smi.Compilation;
import io.holdfast.mibs.smi.Compiled;
import io.holdfast.mibs.smi.MibFiles;
import io.holdfast.mibs.smi.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads MIB texts and keeps their names. */
@Command(
        name = "import",
        description = {
            "Read MIB texts (SMIv1, SMIv2) and keep what their objects and values are called.",
            "Exits 1 where something is missing, 3 where nothing could be imported."
        },
        footer = {
            "%nExamples:",
            "  holdfast mib import ~/mibs/PowerNet-MIB.txt",
            "  holdfast mib import --into ./names ~/mibs/cisco ~/mibs/SNMPv2-TC.txt"
        })
final class MibImportCommand implements Callable<Integer> {

    private static final int MOST_NAMES = 5;

    private final Context context;

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "MIB texts, or folders of them; what one needs of another may be in any.")
    private List<Path> named = List.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Where they are kept (default: ${DEFAULT-VALUE}).")
    private Path into = Path.of(NamesFolder.OPERATORS);

    @Mixin private FormatOption format = new FormatOption();

    MibImportCommand(Context context) {
        this.context = context;
    }

    /**
     * One module.
     *
     * @param objects how many objects it has
     * @param notifications how many notifications
     * @param types how many types it defines
     */
    public record Module(String name, long objects, long notifications, int types) {

        static Module of(MibModule module) {
            return new Module(
                    module.name(),
                    count(module, NodeKind.SCALAR, NodeKind.COLUMN, NodeKind.TABLE, NodeKind.ROW),
                    count(module, NodeKind.NOTIFICATION),
                    module.types().size());
        }

        private static long count(MibModule module, NodeKind... kinds) {
            List<NodeKind> wanted = List.of(kinds);
            return module.nodes().stream().filter(node -> wanted.contains(node.kind())).count();
        }
    }

    /**
     * A module that is not there.
     *
     * @param neededBy the modules that import from it
     * @param names what they import
     */
    public record Needed(String name, List<String> neededBy, List<String> names) {
        public Needed {
            neededBy = List.copyOf(neededBy);
            names = List.copyOf(names);
        }

        static Needed of(Missing missing) {
            return new Needed(
                    missing.module(),
                    List.copyOf(missing.neededBy()),
                    List.copyOf(missing.names()));
        }
    }

    /**
     * What came out.
     *
     * @param into where the modules are kept
     * @param modules what was imported
     * @param missing what would have to be imported too
     * @param unplaced objects that have no place in the tree because of what is missing or wrong
     * @param passed files of folders that are no MIB texts
     * @param problems what was passed over, each as {@code file:line:column: message}
     */
    public record Imported(
            String into,
            List<Module> modules,
            List<Needed> missing,
            int unplaced,
            int passed,
            List<String> problems) {
        public Imported {
            modules = List.copyOf(modules);
            missing = List.copyOf(missing);
            problems = List.copyOf(problems);
        }
    }

    @Override
    public Integer call() {
        MibFiles files = MibFiles.read(named);
        Compiled compiled = Compilation.of(files.texts(), NamesFolder.read(into).modules());
        write(compiled.modules());
        Imported imported =
                new Imported(
                        into.toString(),
                        compiled.modules().stream().map(Module::of).toList(),
                        compiled.missing().stream().map(Needed::of).toList(),
                        compiled.unplaced(),
                        files.passed().size(),
                        Stream.concat(files.problems().stream(), compiled.problems().stream())
                                .map(Problem::toString)
                                .toList());
        format.print(context.out(), Imported.class, imported, MibImportCommand::text);
        if (imported.modules().isEmpty()) {
            return ExitCodes.OWN_ERROR;
        }
        return imported.missing().isEmpty() && imported.problems().isEmpty() ? 0 : 1;
    }

    private void write(List<MibModule> modules) {
        try {
            Files.createDirectories(into);
            for (MibModule module : modules) {
                NamesFolder.write(into, module);
            }
        } catch (IOException e) {
            throw new Failure(
                    "cannot write into " + into + ": " + FileTrouble.of(e, into),
                    "give a folder that you may write with --into, or run it as root");
        }
    }

    private static String text(Imported imported) {
        StringBuilder text = new StringBuilder();
        for (Module module : imported.modules()) {
            text.append(
                    "%s: %s objects, %s notifications, %s types%n"
                            .formatted(
                                    module.name(),
                                    module.objects(),
                                    module.notifications(),
                                    module.types()));
        }
        text.append("%s modules in %s%n".formatted(imported.modules().size(), imported.into()));
        if (imported.passed() > 0) {
            text.append("%s files are no MIB texts%n".formatted(imported.passed()));
        }
        imported.problems().forEach(problem -> text.append(problem).append('\n'));
        imported.missing().forEach(missing -> text.append(text(missing)));
        if (imported.unplaced() > 0) {
            text.append(
                    "%s objects have no place in the tree because of that%n"
                            .formatted(imported.unplaced()));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String text(Needed missing) {
        List<String> names =
                missing.names().subList(0, Math.min(MOST_NAMES, missing.names().size()));
        String more =
                missing.names().size() > MOST_NAMES
                        ? " and %s more".formatted(missing.names().size() - MOST_NAMES)
                        : "";
        String users = String.join(", ", missing.neededBy());
        return """
                missing: %s, of which %s wants %s%s
                  to do: get %s from where the MIB came from, and import it together with %s
                """
                .formatted(
                        missing.name(),
                        users,
                        String.join(", ", names),
                        more,
                        missing.name(),
                        users);
    }
}
