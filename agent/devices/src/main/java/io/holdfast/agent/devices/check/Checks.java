package io.holdfast.agent.devices.check;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.command.ProcessCommands;
import io.holdfast.agent.devices.command.ProgramFolders;
import io.holdfast.core.check.Check;
import io.holdfast.core.check.Trial;
import io.holdfast.core.component.HostId;
import io.holdfast.core.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** The probes of an agent's checks, each at the pace that its check asks for. */
public final class Checks {

    /** What is left of a deadline for saying what came of it. */
    private static final Duration TELLING = Duration.ofMillis(100);

    private final HostId host;
    private final Commands commands;
    private final InstantSource clock;
    private final Ticker ticker;

    /**
     * @param commands the programs of this machine
     */
    public Checks(HostId host, Commands commands, InstantSource clock, Ticker ticker) {
        this.host = host;
        this.commands = commands;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** A probe for each check, without memory of earlier trials. */
    public List<ScheduledProbe> probes(Collection<Check> checks) {
        return checks.stream().map(this::probe).toList();
    }

    private ScheduledProbe probe(Check check) {
        Duration patience = check.deadline().minus(TELLING);
        Asker asker = asker(check.trial(), patience.isPositive() ? patience : check.deadline());
        return new ScheduledProbe(
                new CheckProbe(host, check, asker, clock), check.every(), check.deadline());
    }

    private Asker asker(Trial trial, Duration patience) {
        return switch (trial) {
            case Trial.Tcp tcp -> new TcpAsker(tcp, patience, ticker);
            case Trial.Http http -> new HttpAsker(http, patience, ticker);
            case Trial.Ping ping -> new PingAsker(ping, patience, commands);
            case Trial.Exec exec -> new ExecAsker(exec, patience, folder(exec));
        };
    }

    /** The one program of an exec check, wherever it lies. */
    private static Commands folder(Trial.Exec exec) {
        Path parent = Path.of(exec.command().getFirst()).getParent();
        return new ProcessCommands(
                new ProgramFolders(parent == null ? List.of() : List.of(parent)));
    }
}
