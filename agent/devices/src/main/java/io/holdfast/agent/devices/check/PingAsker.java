package io.holdfast.agent.devices.check;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.core.check.Trial;
import java.time.Duration;
import java.util.List;

/** Sends echo requests by {@code ping} of iputils, which may where the agent may not. */
final class PingAsker implements Asker {

    /** One lost packet is no news; three that are lost together are. */
    static final int PACKETS = 3;

    private final Trial.Ping trial;
    private final Duration patience;
    private final Commands commands;

    PingAsker(Trial.Ping trial, Duration patience, Commands commands) {
        this.trial = trial;
        this.patience = patience;
        this.commands = commands;
    }

    @Override
    public Answer ask() throws InterruptedException {
        String wait = Long.toString(Math.max(1, patience.toSeconds()));
        List<String> words =
                List.of(
                        "-n",
                        "-q",
                        "-c",
                        "" + PACKETS,
                        "-i",
                        "0.2",
                        "-w",
                        wait,
                        "--",
                        trial.host());
        return PingReport.of(
                trial, commands.run(new Command("ping", words, trial.host(), patience)));
    }
}
