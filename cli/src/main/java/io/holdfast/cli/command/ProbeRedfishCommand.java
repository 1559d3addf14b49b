package io.holdfast.cli.command;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.redfish.Access;
import io.holdfast.agent.devices.redfish.Bmc;
import io.holdfast.agent.devices.redfish.Login;
import io.holdfast.agent.devices.redfish.RedfishProbe;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.agent.devices.redfish.http.Endpoint;
import io.holdfast.agent.devices.redfish.http.SocketConnector;
import io.holdfast.agent.devices.redfish.http.Trust;
import io.holdfast.agent.devices.redfish.service.ServiceLimits;
import io.holdfast.cli.Failure;
import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import io.holdfast.core.component.HostId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks once at a server through its BMC's Redfish service. */
@Command(
        name = "redfish",
        description = {
            "Look once at a server through its BMC's Redfish service, and print what is seen.",
            "Only reads. The BMC is asked one thing at a time, and the session is deleted after."
        },
        footer = {
            "%nExample:",
            "  holdfast probe redfish https://bmc7 --user monitor --password-file bmc.pw --ca ca.pem"
        })
final class ProbeRedfishCommand implements Callable<Integer> {

    private static final Duration DEADLINE = Duration.ofSeconds(90);

    /** The time in which a look that has run out of time still tells what it has seen. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Context context;

    @Parameters(paramLabel = "URL", description = "The BMC, as https://host[:port].")
    private String url = "";

    @Option(
            names = "--user",
            paramLabel = "U",
            required = true,
            description = "An account of the BMC; a role that may only read is enough.")
    private String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "F",
            required = true,
            description = "A file with the account's password, not open to everyone.")
    private Path passwordFile = Path.of("");

    @Mixin private TrustOptions trust = new TrustOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();

    ProbeRedfishCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Endpoint endpoint = endpoint();
        Trust trusted = trust.trust(endpoint);
        Access access =
                new Access(
                        endpoint,
                        new Login(user, password()),
                        trusted,
                        new SocketConnector(trusted),
                        ServiceLimits.USUAL,
                        context.ticker(),
                        context.pause()::forAtMost);
        HostId host = DeviceLook.hostOf(endpoint.host());
        try (Bmc bmc = new Bmc(host, access, context.clock(), DEADLINE)) {
            RedfishProbe probe =
                    new RedfishProbe(bmc, Scope.EVERYTHING, context.ticker(), Duration.ZERO);
            ScheduledProbe once = new ScheduledProbe(probe, DEADLINE, DEADLINE.plus(MARGIN));
            return new DeviceLook(context, format, verbose).print(url, host, once);
        }
    }

    private Endpoint endpoint() {
        try {
            return Endpoint.parse(url);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    String.valueOf(e.getMessage()),
                    "holdfast probe redfish https://bmc7.example.net --user U --password-file F");
        }
    }

    private String password() {
        SecretSource source =
                new SecretSource.FromFile(
                        Position.startOf("--password-file"), passwordFile.toAbsolutePath());
        return switch (new SecretReader(context.environment()).read(source)) {
            case Loaded.Good<Secret> good -> good.settings().reveal();
            case Loaded.Bad<Secret> bad ->
                    throw new Failure(
                            bad.problems().stream().map(Problem::message).findFirst().orElse(""),
                            "write the password into a file of mode 0600");
        };
    }
}
