package io.holdfast.cli.command;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.nut.NutProbe;
import io.holdfast.agent.devices.nut.NutTarget;
import io.holdfast.cli.Failure;
import io.holdfast.config.value.HostPort;
import io.holdfast.core.component.HostId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks once at the UPSs that an upsd of NUT reads. */
@Command(
        name = "nut",
        description = "Look once at the UPSs and PDUs that NUT's upsd reads.",
        footer = {
            "%nExample:",
            "  holdfast probe nut ups-host.example.net",
            "  holdfast probe nut 127.0.0.1:3493 --ups eaton"
        })
final class ProbeNutCommand implements Callable<Integer> {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Context context;

    @Parameters(paramLabel = "HOST[:PORT]", description = "Where upsd listens; port 3493 if none.")
    private String target = "";

    @Option(
            names = "--ups",
            paramLabel = "NAME",
            description = "The name of one device in ups.conf, instead of all.")
    private @Nullable String ups;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();

    ProbeNutCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        HostPort peer =
                HostPort.parse(target)
                        .or(() -> HostPort.parse(target + ":" + NutTarget.PORT))
                        .or(() -> HostPort.parse("[" + target + "]:" + NutTarget.PORT))
                        .filter(known -> known.port() > 0)
                        .orElseThrow(
                                () ->
                                        new Failure(
                                                "expected host or host:port, found '"
                                                        + target
                                                        + "'",
                                                "for example ups-host.example.net:3493"));
        Optional<String> name = Optional.ofNullable(ups);
        if (name.isPresent() && !NutTarget.isName(name.get())) {
            throw new Failure(
                    "expected a name of ups.conf for --ups, found '" + name.get() + "'",
                    "leave --ups out to see all that upsd knows");
        }
        HostId host = DeviceLook.hostOf(name.orElse(peer.host()));
        NutProbe probe =
                new NutProbe(
                        host,
                        new NutTarget(peer.host(), peer.port(), name),
                        SocketFactory.getDefault(),
                        context.clock(),
                        context.ticker(),
                        ANSWER_WITHIN);
        return new DeviceLook(context, format, verbose)
                .print(target, host, new ScheduledProbe(probe, INTERVAL, DEADLINE));
    }
}
