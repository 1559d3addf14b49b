package io.holdfast.wire.stream;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.LineFormat;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.core.device.SnmpAuth;
import io.holdfast.core.device.SnmpPriv;
import io.holdfast.core.device.Trust;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** One of everything that can go over the wire. */
final class Samples {

    static final HostId HOST = new HostId("ber1", "r12", "db07");
    static final HostId SWITCH = new HostId("ber1", "r12", "sw1");
    static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final ComponentId PSU = HOST.component(Kind.PSU, "PS1");
    static final ComponentId NIC = HOST.component(Kind.NIC, "eth0");
    static final Evidence EVIDENCE =
            new Evidence("/sys/class/net/eth0/carrier", "", "0", "no carrier");

    private Samples() {}

    /** One change of every kind, with every field in use somewhere. */
    static List<Change> changes() {
        Reading plain = Reading.of("input", 11.98, Unit.VOLT);
        Reading limited =
                new Reading(
                        "temperature",
                        -3.5,
                        Unit.CELSIUS,
                        new Limits(
                                OptionalDouble.of(-10),
                                OptionalDouble.of(0),
                                OptionalDouble.of(70),
                                OptionalDouble.of(85)));
        RedundancyGroup group =
                new RedundancyGroup(
                        new GroupId(HOST, "power"),
                        Kind.PSU,
                        new TreeSet<>(List.of(PSU, HOST.component(Kind.PSU, "PS 2: left/right"))),
                        1,
                        Optional.of(HOST.self()),
                        Optional.of(new Published(Redundancy.DEGRADED, EVIDENCE)));
        Silence silence =
                new Silence(
                        Silence.Cause.NOT_INSTALLED, "no smartctl", "apt install smartmontools");
        return List.of(
                new Change.Seen(
                        new Component(
                                PSU,
                                Optional.of(HOST.self()),
                                new TreeMap<>(Map.of("serial", "Ä-17", "vendor", "Delta"))),
                        "linux.power"),
                new Change.Observed(
                        new Observation.Reported(
                                PSU, AT, Health.OK, List.of(plain, limited), List.of())),
                new Change.Observed(
                        new Observation.Reported(
                                NIC, AT, Health.FAILED, List.of(), List.of(EVIDENCE))),
                new Change.Observed(new Observation.Absent(NIC, AT, EVIDENCE)),
                new Change.Observed(new Observation.Silent(NIC, AT, silence)),
                new Change.Grouped(group, "linux.power"),
                new Change.Ungrouped(group.id()),
                new Change.UnseenListed(
                        "linux.smart", List.of(new Unseen("disk health of sda", silence))),
                new Change.Looked("linux.net", AT, true),
                new Change.Forgotten(NIC));
    }

    static List<Numbered> numbered() {
        List<Numbered> numbered = new ArrayList<>();
        for (Change change : changes()) {
            numbered.add(new Numbered(numbered.size() + 1, change));
        }
        return numbered;
    }

    static List<FromAgent> fromAgent() {
        return List.of(
                new FromAgent.Hello(1, "0.1.0", HOST, 7, List.of("digest"), AT, "0f0e-boot"),
                FromAgent.Batch.of(7, numbered()),
                new FromAgent.DigestPart(new Position(7, 10), 1, 3, changes()),
                new FromAgent.Heartbeat(
                        AT,
                        new Position(7, 10),
                        2,
                        3,
                        Duration.ofMillis(40),
                        90 << 20,
                        Duration.ofMillis(1234),
                        new TreeMap<>(Map.of("linux.net", new Look(AT, true)))));
    }

    static List<FromCollector> fromCollector() {
        return List.of(
                new FromCollector.Welcome(
                        1,
                        "0.1.0",
                        new Position(7, 9),
                        Duration.ofSeconds(1),
                        AT,
                        List.of("digest")),
                new FromCollector.Ack(new Position(7, 10)),
                new FromCollector.DigestRequest("a part was missing"));
    }

    /** What was added with the capability "devices". */
    static List<FromAgent> devicesFromAgent() {
        Silence silence = new Silence(Silence.Cause.TIMED_OUT, "no answer in 5 s", "look there");
        return List.of(
                new FromAgent.Hello(
                        1,
                        "0.2.0",
                        HOST,
                        7,
                        List.of(Capabilities.DEVICES),
                        AT,
                        "0f0e-boot",
                        new TreeMap<>(Map.of("role", "watcher"))),
                new FromAgent.DeviceStatuses(
                        List.of(
                                new DeviceStatus(
                                        SWITCH,
                                        1_772_366_400,
                                        Optional.of(Duration.ofMillis(1500)),
                                        Optional.of(Duration.ofMillis(1)),
                                        0,
                                        Optional.empty(),
                                        Duration.ofMillis(3),
                                        new TreeMap<>(Map.of("snmp", new Look(AT, true)))),
                                new DeviceStatus(
                                        HostId.parse("ber1/r12/pdu-a"),
                                        0,
                                        Optional.empty(),
                                        Optional.of(Duration.ZERO),
                                        3,
                                        Optional.of(silence),
                                        Duration.ZERO,
                                        new TreeMap<>()))),
                new FromAgent.DeviceBatch(SWITCH, FromAgent.Batch.of(9, numbered())));
    }

    /** A BMC that is to be asked by the best cipher suite that it offers. */
    static FromCollector anySuite() {
        return new FromCollector.Duties(
                7,
                List.of(
                        duty(
                                DeviceDuty.Role.POLL,
                                new Access.Ipmi(
                                        "192.0.2.107",
                                        623,
                                        OptionalInt.empty(),
                                        Access.Privilege.USER),
                                new Login.Open())));
    }

    /** Duties at serial lines that need to be told how to read. */
    static FromCollector lines() {
        return new FromCollector.Duties(
                7,
                List.of(
                        duty(
                                DeviceDuty.Role.POLL,
                                new Access.Serial(
                                        "/dev/ttyS1",
                                        Access.Driver.MODBUS,
                                        Optional.empty(),
                                        Optional.of(
                                                new LineFormat(
                                                        "/etc/holdfast/my-ups.yaml",
                                                        Optional.of("modbus: {}\n".repeat(5000)))),
                                        OptionalInt.of(7)),
                                new Login.Open()),
                        duty(
                                DeviceDuty.Role.STAND_BY,
                                new Access.Serial(
                                        "/dev/ttyS2",
                                        Access.Driver.CONSOLE,
                                        Optional.empty(),
                                        Optional.of(new LineFormat("cisco-ios", Optional.empty())),
                                        OptionalInt.empty()),
                                new Login.Open())));
    }

    /** One duty of each protocol and of each form of login. */
    static List<FromCollector> devicesFromCollector() {
        SecretText secret = new SecretText("geheim");
        Login.SnmpUser user =
                new Login.SnmpUser(
                        "watch",
                        Optional.of(new Login.Auth(SnmpAuth.SHA_256, secret)),
                        Optional.of(new Login.Priv(SnmpPriv.AES_128, secret)));
        Login.SnmpUser known = new Login.SnmpUser("watch", Optional.empty(), Optional.empty());
        Login password = new Login.Password("watch", secret);
        return List.of(
                new FromCollector.Duties(
                        4,
                        List.of(
                                duty(DeviceDuty.Role.POLL, snmp(3), user),
                                duty(DeviceDuty.Role.STAND_BY, snmp(3), known),
                                duty(DeviceDuty.Role.TRY, snmp(2), new Login.Community(secret)),
                                duty(
                                        DeviceDuty.Role.POLL,
                                        new Access.Ipmi(
                                                "::1",
                                                623,
                                                OptionalInt.of(17),
                                                Access.Privilege.USER),
                                        password),
                                duty(DeviceDuty.Role.POLL, redfish(new Trust.Machine()), password),
                                duty(
                                        DeviceDuty.Role.POLL,
                                        redfish(new Trust.Authority("-----BEGIN ".repeat(200))),
                                        password),
                                duty(
                                        DeviceDuty.Role.POLL,
                                        redfish(new Trust.Fingerprint("ab".repeat(32))),
                                        password),
                                duty(DeviceDuty.Role.POLL, redfish(new Trust.Anyone()), password),
                                duty(
                                        DeviceDuty.Role.POLL,
                                        new Access.Serial(
                                                "/dev/ttyS0",
                                                Access.Driver.MEGATEC,
                                                Optional.of("2400-8N1"),
                                                Optional.empty(),
                                                OptionalInt.empty()),
                                        new Login.Open()),
                                duty(
                                        DeviceDuty.Role.POLL,
                                        new Access.Nut("ups.example.net", 3493, "rack12"),
                                        new Login.Open()))),
                new FromCollector.DeviceAck(SWITCH, new Position(9, 10)));
    }

    /** What was added with leases of pollers. */
    static List<FromAgent> leasesFromAgent() {
        return List.of(
                new FromAgent.Heartbeat(
                        AT,
                        new Position(7, 10),
                        2,
                        3,
                        Duration.ofMillis(40),
                        90 << 20,
                        Duration.ofMillis(1234),
                        new TreeMap<>(),
                        12));
    }

    static List<FromCollector> leasesFromCollector() {
        return List.of(
                new FromCollector.Welcome(
                        1,
                        "0.2.0",
                        new Position(7, 9),
                        Duration.ofSeconds(1),
                        AT,
                        List.of(Capabilities.DEVICES),
                        Duration.ofMillis(1750)),
                new FromCollector.HeartbeatAck(12));
    }

    private static Access snmp(int version) {
        return new Access.Snmp("192.0.2.21", 161, version, "");
    }

    private static Access redfish(Trust trust) {
        return new Access.Redfish("https://192.0.2.108", trust);
    }

    private static DeviceDuty duty(DeviceDuty.Role role, Access access, Login login) {
        return new DeviceDuty(
                role,
                9,
                2,
                new DeviceAssignment(
                        SWITCH,
                        Kind.SWITCH,
                        access,
                        login,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(20)));
    }
}
