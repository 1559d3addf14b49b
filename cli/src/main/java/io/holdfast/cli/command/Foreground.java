package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.up.Program;
import java.io.IOException;
import java.util.List;

/** Runs a service of this installation with our own input and output. */
final class Foreground {

    /** What a JVM ends with that cannot start; no service does. */
    private static final int NO_START = 1;

    private Foreground() {}

    /** Runs it to its end and gives its exit code. */
    static int run(Program program, Context context, List<String> arguments)
            throws InterruptedException {
        List<String> command = program.command(Installed.require(context), List.of(), arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        try {
            int code = builder.start().waitFor();
            return code == NO_START ? ExitCodes.OWN_ERROR : code;
        } catch (IOException e) {
            throw new Failure("cannot start the " + program.name() + ": " + e.getMessage(), "");
        }
    }
}
