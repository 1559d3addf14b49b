package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes this command in a shell. */
@Command(
        name = "completion",
        description = "Print a script that completes holdfast in a shell.",
        footer = {"%nExample:", "  source <(holdfast completion bash)"})
final class CompletionCommand implements Callable<Integer> {

    private final Context context;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private String shell = "";

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        // The script starts zsh's own emulation of bash where it is sourced by zsh.
        switch (shell) {
            case "bash", "zsh" -> context.out().print(AutoComplete.bash("holdfast", root));
            default ->
                    throw new Failure(
                            "expected bash or zsh as the shell, found '" + shell + "'",
                            "holdfast completion bash");
        }
        return 0;
    }
}
