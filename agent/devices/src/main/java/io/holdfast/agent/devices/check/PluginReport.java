package io.holdfast.agent.devices.check;

import io.holdfast.agent.devices.command.Outcome;
import io.holdfast.core.check.Trial;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Silence;
import java.util.List;

/**
 * Reads how a monitoring plugin ended, after the Monitoring Plugins Development Guidelines: 0 ok, 1
 * warning, 2 critical, 3 and all else unknown; the first line says it in words. Pure.
 */
final class PluginReport {

    private static final int OK = 0;
    private static final int WARNING = 1;
    private static final int CRITICAL = 2;

    private PluginReport() {}

    static Answer of(Trial.Exec trial, Outcome outcome) {
        if (!(outcome instanceof Outcome.Finished(int code, String out, String _))) {
            // A plugin that hangs has said nothing of the service; its own time-out would have.
            return new Answer.Unclear(outcome.silence("look whether the program is there"));
        }
        Evidence evidence = new Evidence(trial.shown(), "exit code", code + "", words(out));
        return switch (code) {
            case OK -> new Answer.Good(evidence, List.of());
            case WARNING -> new Answer.Weak(evidence, List.of());
            case CRITICAL -> new Answer.Bad(evidence);
            default ->
                    new Answer.Unclear(
                            new Silence(
                                    Silence.Cause.FAILED,
                                    "ended with code " + code + ": " + words(out),
                                    "run it by hand: " + trial.shown()));
        };
    }

    /** The first line without its performance data. */
    private static String words(String out) {
        String line =
                out.lines()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        int bar = line.indexOf('|');
        return bar < 0 ? line : line.substring(0, bar).strip();
    }
}
