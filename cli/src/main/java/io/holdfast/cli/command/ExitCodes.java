package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.wire.api.Status;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The exit codes of monitoring plugins, where picocli would take 1 for a crash and 2 for a typo.
 *
 * @param err where errors are told
 */
record ExitCodes(PrintStream err)
        implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    /** What ends a command that could not do its work, whoever is to blame. */
    static final int OWN_ERROR = Status.UNKNOWN.exitCode();

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        Mistyped mistyped = Mistyped.of(e, List.of(arguments));
        err.println("holdfast: " + mistyped.told());
        mistyped.meant().ifPresent(word -> err.println("  did you mean: " + word));
        err.println("  to do: " + command.getCommandSpec().qualifiedName() + " --help");
        return OWN_ERROR;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof Failure failure) {
            failure.tell(err);
            return OWN_ERROR;
        }
        err.println("holdfast: this is a bug in holdfast itself: " + e);
        e.printStackTrace(err);
        err.println("  to do: please report it, with what you did and the lines above");
        return OWN_ERROR;
    }
}
