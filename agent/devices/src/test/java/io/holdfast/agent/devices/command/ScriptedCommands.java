package io.holdfast.agent.devices.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs that answer as a test says; what it does not name is not installed. */
public final class ScriptedCommands implements Commands {

    private final Map<String, Outcome> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** Sets the answer to a command line, which counts as installed from then on. */
    public synchronized ScriptedCommands answer(String line, int exitCode, String out) {
        answers.put(line, new Outcome.Finished(exitCode, out, ""));
        return this;
    }

    /** The command lines that were run, in order. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized Outcome run(Command command) {
        asked.add(command.line());
        if (!installed(command.program())) {
            return new Outcome.NotInstalled(command.program());
        }
        Outcome answer = answers.get(command.line());
        return answer != null ? answer : new Outcome.Finished(1, "", "no such device");
    }

    @Override
    public synchronized boolean installed(String program) {
        return answers.keySet().stream().anyMatch(line -> line.startsWith(program + " "));
    }
}
