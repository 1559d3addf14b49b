package io.holdfast.cli.support;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.command.Outcome;
import io.holdfast.cli.Failure;
import java.time.Duration;
import java.util.List;

/**
 * What systemd's journal keeps of a service.
 *
 * @param commands runs {@code journalctl}
 */
public record Journal(Commands commands) {

    private static final String PROGRAM = "journalctl";
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String MOST_LINES = "5000";

    /**
     * The last lines of a unit.
     *
     * @throws Failure if there are none, or we may not read them
     */
    public String of(String unit) {
        List<String> words =
                List.of(
                        "--unit=" + unit,
                        "--lines=" + MOST_LINES,
                        "--output=short-iso-precise",
                        "--utc",
                        "--quiet",
                        "--no-pager");
        Outcome outcome = run(new Command(PROGRAM, words, unit, DEADLINE));
        if (outcome instanceof Outcome.Finished(int exitCode, String out, String _)
                && exitCode == 0) {
            if (out.isBlank()) {
                throw new Failure(
                        "the journal has nothing of "
                                + unit
                                + ", or nothing that this user may read (root and the groups adm"
                                + " and systemd-journal may)",
                        "");
            }
            return out;
        }
        throw new Failure(outcome.silence("").detail(), "");
    }

    private Outcome run(Command command) {
        try {
            return commands.run(command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(command.line() + " was interrupted", "");
        }
    }
}
