package io.holdfast.cli.command;

import io.holdfast.agent.devices.ipmi.IpmiProbe;
import io.holdfast.agent.devices.ipmi.IpmiProbes;
import io.holdfast.agent.devices.ipmi.device.DeviceLink;
import io.holdfast.agent.devices.ipmi.rmcp.CipherSuite;
import io.holdfast.agent.devices.ipmi.rmcp.LanTarget;
import io.holdfast.agent.devices.ipmi.rmcp.Password;
import io.holdfast.agent.devices.ipmi.rmcp.Privilege;
import io.holdfast.agent.devices.ipmi.sdr.FileSdrCache;
import io.holdfast.agent.devices.ipmi.sdr.MemorySdrCache;
import io.holdfast.agent.devices.ipmi.sdr.SdrCache;
import io.holdfast.cli.Failure;
import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Position;
import io.holdfast.core.component.HostId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks once at a server through its BMC. */
@Command(
        name = "ipmi",
        description = {
            "Look once at a server through its BMC, by IPMI 2.0, and print what is seen.",
            "Only reads. The BMC is asked one thing at a time."
        },
        footer = {
            "%nExamples:",
            "  holdfast probe ipmi 10.0.0.7 --user monitor --password-file /etc/holdfast/bmc.pw",
            "  holdfast probe ipmi --local --verbose"
        })
final class ProbeIpmiCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            description = "The BMC's address, as host or host:port (port 623 by default).")
    private Optional<String> target = Optional.empty();

    @Option(names = "--local", description = "This machine's own BMC, through the kernel's driver.")
    private boolean local;

    @Option(
            names = "--device",
            paramLabel = "FILE",
            description = "The driver's device file (default: ${DEFAULT-VALUE}).")
    private String device = DeviceLink.DEFAULT;

    @Option(names = "--user", paramLabel = "U", description = "The BMC user's name.")
    private String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "A file with the user's password, readable by its owner alone.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--cipher-suite",
            paramLabel = "3|17",
            description = "The cipher suite (default: 17 where the BMC offers it, else 3).")
    private Optional<Integer> suite = Optional.empty();

    @Option(
            names = "--privilege",
            paramLabel = "user|operator|administrator",
            description = "The privilege to ask for (default: user).")
    private Privilege privilege = Privilege.USER;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();

    ProbeIpmiCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (local == target.isPresent()) {
            throw new Failure(
                    "expected either a TARGET or --local, found " + (local ? "both" : "neither"),
                    "name the BMC's address, or ask this machine's own with --local");
        }
        IpmiProbes probes =
                new IpmiProbes(
                        context.clock(),
                        context.ticker(),
                        context.pause()::forAtMost,
                        context.random().get(),
                        cache(),
                        news -> {});
        Optional<LanTarget> lan = target.map(this::lanTarget);
        HostId host = DeviceLook.hostOf(lan.map(LanTarget::host).orElse("local"));
        try (IpmiProbe probe =
                lan.map(there -> probes.lan(host, there, IpmiProbes.INTERVAL))
                        .orElseGet(() -> probes.device(host, device, IpmiProbes.INTERVAL))) {
            return new DeviceLook(context, format, verbose)
                    .print(target.orElse(device), host, IpmiProbes.scheduled(probe));
        }
    }

    /** Records are kept for the next run where this user has a folder for such things. */
    private SdrCache cache() {
        return context.variable("XDG_CACHE_HOME")
                .or(() -> context.variable("HOME").map(home -> home + "/.cache"))
                .<SdrCache>map(top -> new FileSdrCache(Path.of(top, "holdfast", "ipmi")))
                .orElseGet(MemorySdrCache::new);
    }

    private LanTarget lanTarget(String text) {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        boolean withPort =
                colon > 0
                        && (bracketed
                                ? text.lastIndexOf(']') == colon - 1
                                : text.indexOf(':') == colon);
        String hostName = withPort ? text.substring(0, colon) : text;
        if (hostName.startsWith("[") && hostName.endsWith("]")) {
            hostName = hostName.substring(1, hostName.length() - 1);
        }
        int port = withPort ? port(text.substring(colon + 1), text) : LanTarget.DEFAULT_PORT;
        try {
            return new LanTarget(hostName, port, user, password(), cipherSuite(), privilege);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "");
        }
    }

    private static int port(String digits, String text) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new Failure("expected host or host:port, found '" + text + "'", "");
        }
    }

    private Optional<CipherSuite> cipherSuite() {
        return suite.map(
                number ->
                        CipherSuite.of(number)
                                .orElseThrow(
                                        () ->
                                                new Failure(
                                                        "expected 3 or 17 for --cipher-suite,"
                                                                + " found "
                                                                + number,
                                                        "leave it out to take the best that"
                                                                + " the BMC offers")));
    }

    private Password password() {
        Path file =
                passwordFile.orElseThrow(
                        () ->
                                new Failure(
                                        "expected --password-file",
                                        "write the BMC user's password into a file of mode 0600"));
        SecretSource source = new SecretSource.FromFile(Position.startOf("--password-file"), file);
        return switch (new SecretReader(context.environment()).read(source)) {
            case Loaded.Good<Secret>(Secret secret) -> Password.of(secret.reveal());
            case Loaded.Bad<Secret>(var problems) ->
                    throw new Failure(problems.getFirst().message(), "");
        };
    }
}
