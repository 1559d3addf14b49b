package io.holdfast.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing without one of its parts. */
abstract class Group implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected " + listed() + " after " + spec.qualifiedName() + ", found none");
    }

    private String listed() {
        String parts = String.join(", ", spec.subcommands().keySet());
        return parts.contains(",") ? "one of " + parts : parts;
    }
}
