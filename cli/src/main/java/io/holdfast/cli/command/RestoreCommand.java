package io.holdfast.cli.command;

import io.holdfast.cli.up.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of a collector that does not run. */
@Command(
        name = "restore",
        description = {
            "Restore a backup into the state directory of a collector that is stopped.",
            "Prints who may connect afterwards. Revocations since the backup are kept where the"
                    + " state that is replaced can still be read; else a warning says that they are"
                    + " lost."
        },
        footer = {
            "%nExample:",
            "  holdfast collector restore before-upgrade.db --config /etc/holdfast/collector.yaml"
        })
final class RestoreCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "BACKUP", description = "What collector backup wrote.")
    private Path backup = Path.of("");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The collector's settings (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("/etc/holdfast/collector.yaml");

    @Option(names = "--force", description = "Replace the state that is there.")
    private boolean force;

    RestoreCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--config", config.toString()));
        words.addAll(List.of("--restore", backup.toAbsolutePath().toString()));
        if (force) {
            words.add("--force");
        }
        return Foreground.run(Program.COLLECTOR, context, words);
    }
}
