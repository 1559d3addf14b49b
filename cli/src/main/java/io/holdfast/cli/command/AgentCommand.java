package io.holdfast.cli.command;

import io.holdfast.cli.up.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs an agent in the foreground. */
@Command(
        name = "agent",
        description = "Run an agent of this machine in the foreground.",
        footer = {"%nExample:", "  holdfast agent --config /etc/holdfast/agent.yaml"})
final class AgentCommand implements Callable<Integer> {

    private final Context context;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "The agent's settings.")
    private Path config = Path.of("");

    AgentCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        return Foreground.run(Program.AGENT, context, List.of("--config", config.toString()));
    }
}
