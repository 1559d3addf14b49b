package io.holdfast.cli.command;

import io.holdfast.cli.up.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a collector in the foreground, or manages one. */
@Command(
        name = "collector",
        description = "Run a collector in the foreground, or manage one that runs.",
        footer = {"%nExample:", "  holdfast collector --config /etc/holdfast/collector.yaml"})
final class CollectorCommand implements Callable<Integer> {

    private final Context context;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", paramLabel = "FILE", description = "The collector's settings.")
    private Optional<Path> config = Optional.empty();

    CollectorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path file =
                config.orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "expected --config FILE, or one of "
                                                + String.join(", ", spec.subcommands().keySet())));
        return Foreground.run(Program.COLLECTOR, context, List.of("--config", file.toString()));
    }
}
