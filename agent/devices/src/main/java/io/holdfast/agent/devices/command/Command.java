package io.holdfast.agent.devices.command;

import java.time.Duration;
import java.util.List;

/**
 * A program to run.
 *
 * @param program its file name without folder, such as {@code smartctl}
 * @param arguments its arguments, one a word
 * @param target what it asks, such as {@code /dev/sda}; while one run for a target hangs, no other
 *     run of the same program for it starts
 * @param deadline how long it may take before it is killed
 */
public record Command(String program, List<String> arguments, String target, Duration deadline) {

    public Command {
        arguments = List.copyOf(arguments);
        if (program.isEmpty() || program.contains("/")) {
            throw new IllegalArgumentException(
                    "expected a program's name without a folder, found '" + program + "'");
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("expected a deadline above 0, found " + deadline);
        }
    }

    /** The line that a person would type, for evidence. */
    public String line() {
        return arguments.isEmpty() ? program : program + " " + String.join(" ", arguments);
    }

    /** What two runs that must not overlap have in common. */
    String key() {
        return program + " " + target;
    }
}
