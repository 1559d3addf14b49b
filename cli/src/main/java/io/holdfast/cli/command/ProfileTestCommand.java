package io.holdfast.cli.command;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.cli.Failure;
import io.holdfast.cli.local.RecordedProbe;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.component.HostId;
import io.holdfast.mibs.knowledge.DeviceKnowledge;
import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileFolder;
import io.holdfast.mibs.walk.Walk;
import io.holdfast.mibs.walk.WalkFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a profile on a recorded walk, and prints the report that a probe of the device would. */
@Command(
        name = "test",
        description = {
            "Try a device profile on a recorded walk, and print what a probe would.",
            "The walk is snmpsim's (oid|type|value) or the output of snmpwalk -On."
        },
        footer = {
            "%nExample:",
            "  snmpwalk -v2c -c public -On 192.0.2.7 .1 > walk.txt",
            "  holdfast profile test my-ups.yaml walk.txt"
        })
final class ProfileTestCommand implements Callable<Integer> {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Context context;

    @Parameters(index = "0", paramLabel = "FILE", description = "The profile, a YAML file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "WALK", description = "The recorded walk.")
    private Path walk = Path.of("");

    @Option(
            names = "--alone",
            description = "Leave the profiles out that Holdfast comes with and that fit as well.")
    private boolean alone;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();

    ProfileTestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Profile profile =
                switch (ProfileFolder.load(file)) {
                    case Loaded.Good<Profile>(Profile good) -> good;
                    case Loaded.Bad<Profile> bad ->
                            throw new Failure(
                                    "the profile is wrong:\n" + bad.text(),
                                    "correct it; holdfast profile check " + file);
                };
        Walk recorded = recorded();
        recorded.unread().forEach(line -> context.err().println("left out: " + line));
        if (!recorded.unread().isEmpty()) {
            context.err().println("  to do: make the walk with numbers for names: snmpwalk -On");
        }
        if (!profile.match().fits(recorded.sysObjectId(), recorded.sysDescr())) {
            context.err()
                    .println(
                            "the profile would not be used for this device: its sysObjectID is "
                                    + recorded.sysObjectId()
                                    + ", sysDescr '"
                                    + recorded.sysDescr()
                                    + "'; tried all the same");
        }
        DeviceKnowledge knowledge = knowledge(profile, recorded);
        HostId host = DeviceLook.hostOf(String.valueOf(walk.getFileName()));
        RecordedProbe probe = new RecordedProbe(host, knowledge, recorded, context.clock());
        ScheduledProbe scheduled = new ScheduledProbe(probe, DEADLINE, DEADLINE);
        return new DeviceLook(context, format, verbose).print(walk.toString(), host, scheduled);
    }

    private DeviceKnowledge knowledge(Profile profile, Walk recorded) {
        if (alone) {
            return new DeviceKnowledge(List.of(profile));
        }
        List<Profile> fitting =
                new ArrayList<>(
                        Profiles.shipped()
                                .matching(recorded.sysObjectId(), recorded.sysDescr())
                                .profiles());
        fitting.removeIf(other -> other.name().equals(profile.name()));
        fitting.add(profile);
        return new DeviceKnowledge(fitting);
    }

    private Walk recorded() {
        try {
            return WalkFile.read(walk);
        } catch (IOException e) {
            throw new Failure(
                    "cannot read the walk " + walk + ": " + FileTrouble.of(e, walk),
                    "name a file made by snmpwalk -On, or a .snmprec of snmpsim");
        }
    }
}
