package io.holdfast.cli.command;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.snmp.SnmpDevices;
import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.walk.Memory;
import io.holdfast.agent.devices.snmp.walk.WalkLimits;
import io.holdfast.cli.Failure;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.names.EvidenceNames;
import io.holdfast.mibs.profile.ProfileFolder;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks once at a device that speaks SNMP. */
@Command(
        name = "snmp",
        description = "Look once at a switch, PDU, UPS or server by SNMP and print what it has.",
        footer = {
            "%nExamples:",
            "  holdfast probe snmp pdu7.example.net --community-file /etc/holdfast/community",
            "  holdfast probe snmp 10.1.2.3 --user mon --auth SHA-256 --auth-password-file a"
        })
final class ProbeSnmpCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "TARGET",
            description = "host, host:port, or [IPv6 address]:port; the port is 161 by default.")
    private String target = "";

    @Mixin private SnmpLoginOptions login = new SnmpLoginOptions();

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description = "How long the whole look may take (default: ${DEFAULT-VALUE}).")
    private int deadlineSeconds = (int) WalkLimits.DEFAULT.deadline().toSeconds();

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Your own device profiles (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of(ProfileFolder.OPERATORS);

    @Mixin private NamesOption names = new NamesOption();

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();

    ProbeSnmpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        SnmpTarget device = device();
        Login who = login.login(context);
        HostId host = DeviceLook.hostOf(device.host());
        try (SnmpSession session = session()) {
            SnmpDevices devices =
                    new SnmpDevices(
                            session,
                            profiles(),
                            new Memory(WalkLimits.DEFAULT.mostBytes() * 2),
                            limits(),
                            context.clock(),
                            context.ticker());
            return new DeviceLook(context, format, verbose)
                    .print(target, host, named(devices.probe(host, device, who)));
        } catch (SocketException e) {
            throw new Failure("no UDP socket to be had: " + e.getMessage(), "");
        }
    }

    /** The same with objects named in the evidence, where their MIB is imported. */
    private ScheduledProbe named(ScheduledProbe bare) {
        EvidenceNames known = new EvidenceNames(names.namesIfAny(context));
        return new ScheduledProbe(
                new NamedProbe(bare.probe(), known), bare.interval(), bare.deadline());
    }

    private record NamedProbe(Probe bare, EvidenceNames known) implements Probe {

        @Override
        public String name() {
            return bare.name();
        }

        @Override
        public Survey look() throws InterruptedException {
            return known.named(bare.look());
        }
    }

    /**
     * Those we come with, and the operators' own; a wrong one of these does no harm but is told.
     */
    private Profiles profiles() {
        OwnFolder.check("--profiles", folder, ProfileFolder.OPERATORS);
        ProfileFolder own = ProfileFolder.read(folder);
        own.problems().forEach(problem -> context.err().println("not used: " + problem));
        return Profiles.shipped().with(own.profiles());
    }

    private SnmpTarget device() {
        try {
            return SnmpTarget.parse(target);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "give the target as host[:port]");
        }
    }

    private WalkLimits limits() {
        if (deadlineSeconds < 1) {
            throw new Failure("expected --deadline above 0, found " + deadlineSeconds, "");
        }
        return WalkLimits.DEFAULT.within(Duration.ofSeconds(deadlineSeconds));
    }

    private SnmpSession session() throws SocketException {
        return new SnmpSession(
                new DatagramSocket(),
                Thread.ofPlatform().daemon().name("snmp").factory(),
                context.ticker(),
                context.random().get());
    }
}
