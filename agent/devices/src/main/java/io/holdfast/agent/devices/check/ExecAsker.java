package io.holdfast.agent.devices.check;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.core.check.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs a monitoring plugin. */
final class ExecAsker implements Asker {

    private final Trial.Exec trial;
    private final Command command;
    private final Commands commands;

    ExecAsker(Trial.Exec trial, Duration patience, Commands commands) {
        this.trial = trial;
        this.commands = commands;
        List<String> words = trial.command();
        String program = String.valueOf(Path.of(words.getFirst()).getFileName());
        command = new Command(program, words.subList(1, words.size()), trial.shown(), patience);
    }

    @Override
    public Answer ask() throws InterruptedException {
        return PluginReport.of(trial, commands.run(command));
    }
}
