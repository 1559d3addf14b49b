package io.holdfast.cli.command;

import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibNames;
import io.holdfast.mibs.names.NamesFolder;
import io.holdfast.mibs.names.ShippedNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --mibs} of commands that know objects by name. */
final class NamesOption {

    @Option(
            names = "--mibs",
            paramLabel = "DIR",
            description = "Where imported MIBs are (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of(NamesFolder.OPERATORS);

    /** The folder. */
    Path folder() {
        return folder;
    }

    /** The names for a command that does without, unless a folder was named that is not there. */
    MibNames namesIfAny(Context context) {
        OwnFolder.check("--mibs", folder, NamesFolder.OPERATORS);
        return names(context);
    }

    /** The imported modules; a wrong file does no harm but is told. */
    List<MibModule> imported(Context context) {
        NamesFolder read = NamesFolder.read(folder);
        read.problems().forEach(problem -> context.err().println("not used: " + problem));
        return read.modules();
    }

    /** The names of the imported modules and of those that every MIB builds on. */
    MibNames names(Context context) {
        List<MibModule> all = new ArrayList<>(ShippedNames.modules());
        List<MibModule> imported = imported(context);
        all.removeIf(
                shipped -> imported.stream().anyMatch(own -> own.name().equals(shipped.name())));
        all.addAll(imported);
        return new MibNames(all);
    }
}
