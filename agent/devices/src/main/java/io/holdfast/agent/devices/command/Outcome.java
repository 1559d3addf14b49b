package io.holdfast.agent.devices.command;

import io.holdfast.core.observation.Silence;
import java.time.Duration;

/** What came of running a program. */
public sealed interface Outcome {

    /**
     * It ran to its end.
     *
     * @param exitCode what it returned, or 128 plus the signal that ended it
     * @param out what it wrote to its standard output
     * @param err what it wrote to its standard error
     */
    record Finished(int exitCode, String out, String err) implements Outcome {}

    /** No program of this name is where programs are looked for. */
    record NotInstalled(String program) implements Outcome {}

    /** The program is there, but may not be started by us. */
    record NotPermitted(String program) implements Outcome {}

    /** It had not ended at its deadline and was killed. */
    record TimedOut(Command command) implements Outcome {}

    /**
     * It was not started, because an earlier run for the same target has been killed and still has
     * not ended: it waits for hardware that does not answer.
     */
    record StillStuck(Command command, long pid) implements Outcome {}

    /** It wrote more than {@value Commands#MOST_OUTPUT_BYTES} bytes and was killed. */
    record TooMuchOutput(Command command) implements Outcome {}

    /** It could not be started, or its output could not be read. */
    record Failed(Command command, String reason) implements Outcome {}

    /**
     * Why there is no answer, for a report; a program that ended with an error is silent too.
     *
     * @param remedy what to install where the program is missing
     */
    default Silence silence(String remedy) {
        return switch (this) {
            case Finished finished ->
                    Silence.of(
                            Silence.Cause.FAILED,
                            "ended with code " + finished.exitCode() + firstLine(finished));
            case NotInstalled(String program) ->
                    new Silence(Silence.Cause.NOT_INSTALLED, program + " is not installed", remedy);
            case NotPermitted(String program) ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            "may not run " + program,
                            "run the agent as a user that may run " + program);
            case TimedOut(Command command) ->
                    Silence.of(
                            Silence.Cause.TIMED_OUT,
                            command.line() + " did not end in " + seconds(command.deadline()));
            case StillStuck(Command command, long pid) ->
                    Silence.of(
                            Silence.Cause.TIMED_OUT,
                            "an earlier "
                                    + command.key()
                                    + " (pid "
                                    + pid
                                    + ") was killed and still hangs in the kernel");
            case TooMuchOutput(Command command) ->
                    Silence.of(
                            Silence.Cause.NOT_UNDERSTOOD,
                            command.line()
                                    + " wrote more than "
                                    + Commands.MOST_OUTPUT_BYTES
                                    + " bytes");
            case Failed(Command command, String reason) ->
                    Silence.of(Silence.Cause.FAILED, command.line() + ": " + reason);
        };
    }

    private static String firstLine(Finished finished) {
        return (finished.err() + "\n" + finished.out())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> ": " + line)
                .orElse("");
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
