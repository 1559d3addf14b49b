package io.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.config.agent.AgentConfig;
import io.holdfast.config.agent.AgentSettings;
import io.holdfast.config.agent.DevicePattern;
import io.holdfast.config.agent.PollingSettings;
import io.holdfast.config.agent.ProbeFamily;
import io.holdfast.config.collector.CollectorConfig;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.collector.MailSettings;
import io.holdfast.config.collector.MailSettings.Security;
import io.holdfast.config.collector.TrapSettings;
import io.holdfast.config.collector.TrapSettings.Version;
import io.holdfast.config.rack.AgentChoice;
import io.holdfast.config.rack.CredentialSettings;
import io.holdfast.config.rack.DeviceSettings;
import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.rack.Use;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.LineFormat;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.topology.Declared;
import io.holdfast.core.topology.Need;
import io.holdfast.core.topology.Plug;
import io.holdfast.core.topology.Supply;
import io.holdfast.core.topology.Switching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sample file is right and means what its comments say. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("samples");

    @Test
    void noSampleIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "agent.yaml",
                            "agent-container.yaml",
                            "agent-minimal.yaml",
                            "agent-packaged.yaml",
                            "agent-up.yaml",
                            "collector.yaml",
                            "collector-mail.yaml",
                            "collector-mail-relay.yaml",
                            "collector-minimal.yaml",
                            "collector-packaged.yaml",
                            "collector-racks.yaml",
                            "collector-topology.yaml",
                            "collector-traps.yaml");
        }
    }

    @Test
    void minimalAgentHasEveryDefault() {
        AgentSettings settings = agent("agent-minimal.yaml");
        HostId host = new HostId("default", "default", "web1");
        HostPort collector = new HostPort("collector.example.net", 7443);
        assertThat(settings).isEqualTo(AgentSettings.defaults(host, collector));
        assertThat(settings.probes()).containsOnlyKeys(ProbeFamily.values());
    }

    @Test
    void fullAgentShowsTheDefaults() {
        AgentSettings settings = agent("agent.yaml");
        AgentSettings defaults = AgentSettings.defaults(settings.host(), settings.collector());
        assertThat(settings)
                .usingRecursiveComparison()
                .ignoringFields("enrolmentToken", "labels", "needed", "checks")
                .isEqualTo(defaults);
        assertThat(settings.host()).hasToString("ber1/r12/db07");
        assertThat(settings.needed()).containsEntry("power", 1).containsEntry("cooling", 4);
        assertThat(settings.labels()).containsEntry("role", "database").hasSize(2);
        assertThat(settings.checks())
                .extracting(check -> check.kind().word() + " " + check.trial().shown())
                .contains("service tcp 127.0.0.1:5432", "external ping 192.0.2.1")
                .hasSize(5);
        assertThat(settings.enrolmentToken())
                .containsInstanceOf(SecretSource.FromFile.class)
                .map(source -> source.at().line())
                .contains(16);
    }

    @Test
    void agentOfUp() {
        AgentSettings settings = agent("agent-up.yaml");
        assertThat(settings.collector()).isEqualTo(new HostPort("127.0.0.1", 7443));
        assertThat(settings.stateDirectory())
                .isEqualTo(Path.of("/home/op/.local/state/holdfast/agent"));
    }

    @Test
    void agentInContainer() {
        AgentSettings settings = agent("agent-container.yaml");
        assertThat(settings.collector()).isEqualTo(new HostPort("2001:db8::10", 7443));
        assertThat(settings.virtualNics()).isTrue();
        assertThat(settings.probe(ProbeFamily.SMART).enabled()).isFalse();
        assertThat(settings.probe(ProbeFamily.NET).enabled()).isTrue();
        assertThat(settings.enrolmentToken())
                .containsInstanceOf(SecretSource.FromEnvironment.class);
    }

    @Test
    void packagedAgentLooksForItsCollectorHere() {
        AgentSettings settings = agent("agent-packaged.yaml");
        assertThat(settings.collector()).isEqualTo(new HostPort("localhost", 7443));
        assertThat(settings.stateDirectory()).isEqualTo(AgentSettings.STATE_DIRECTORY);
    }

    @Test
    void packagedCollectorListensForEveryAgent() {
        CollectorSettings settings = collector("collector-packaged.yaml");
        assertThat(settings.listen().agents()).isEqualTo(new HostPort("::", 7443));
        assertThat(settings.stateDirectory()).isEqualTo(CollectorSettings.STATE_DIRECTORY);
    }

    @Test
    void minimalCollectorHasEveryDefault() {
        assertThat(collector("collector-minimal.yaml")).isEqualTo(CollectorSettings.defaults());
    }

    @Test
    void fullCollectorShowsTheDefaults() {
        CollectorSettings settings = collector("collector.yaml");
        assertThat(settings)
                .usingRecursiveComparison()
                .ignoringFields("names", "backup", "deadMan", "needed")
                .isEqualTo(CollectorSettings.defaults());
        assertThat(settings.names())
                .isEqualTo(List.of("collector.example.net", "192.0.2.10", "2001:db8::10"));
        assertThat(settings.backup().orElseThrow().at()).isEqualTo(LocalTime.of(2, 30));
        assertThat(settings.deadMan().orElseThrow().url())
                .hasToString("https://ping.example.net/holdfast");
        GroupId power = GroupId.parse("ber1/r12/db07/group:power");
        assertThat(settings.needed()).containsExactly(Map.entry(power, 1));
    }

    @Test
    void collectorWithMail() {
        MailSettings mail = collector("collector-mail.yaml").mail().orElseThrow();
        assertThat(mail.security()).isEqualTo(Security.STARTTLS);
        assertThat(mail.to()).hasSize(2);
        assertThat(mail.login().orElseThrow().user()).isEqualTo("holdfast");
    }

    @Test
    void collectorWithRelay() {
        MailSettings mail = collector("collector-mail-relay.yaml").mail().orElseThrow();
        assertThat(mail.port()).isEqualTo(25);
        assertThat(mail.login()).isEmpty();
    }

    @Test
    void collectorWithReceiversOfTraps() {
        List<TrapSettings> traps = collector("collector-traps.yaml").traps();
        assertThat(traps)
                .extracting(TrapSettings::version, TrapSettings::inform)
                .containsExactly(tuple(Version.V3, true), tuple(Version.V2C, false));
        assertThat(traps.getFirst().login().secrets()).hasSize(2);
        assertThat(traps.getLast().to()).isEqualTo(new HostPort("2001:db8::20", 162));
    }

    @Test
    void collectorWithRacks() {
        RackSettings racks = collector("collector-racks.yaml").racks();
        assertThat(racks.devices()).hasSize(9);
        assertThat(device(racks, "ber1/r12/ups3").access())
                .isEqualTo(
                        new Access.Serial(
                                "/dev/ttyS1",
                                Access.Driver.MODBUS,
                                Optional.empty(),
                                Optional.of(new LineFormat("apc-smart-ups", Optional.empty())),
                                OptionalInt.of(1)));
        DeviceSettings sw1 = device(racks, "ber1/r12/sw1");
        assertThat(sw1.access()).isEqualTo(new Access.Snmp("192.0.2.21", 161, 3, ""));
        assertThat(sw1.agents()).isEqualTo(AgentChoice.OF_THE_RACK);
        assertThat(device(racks, "ber1/r12/pdu-a").access())
                .isEqualTo(new Access.Snmp("192.0.2.31", 161, 1, ""));
        DeviceSettings bmc = device(racks, "ber1/r12/bmc-db07");
        assertThat(bmc.every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(bmc.powerCredential()).contains("bmc-power");
        assertThat(racks.credentials().get("bmc-power"))
                .extracting(CredentialSettings::use)
                .isEqualTo(Use.POWER);
        assertThat(device(racks, "ber1/r13/ats1").agents().labels())
                .containsEntry("role", "watcher");
        assertThat(device(racks, "ber1/r12/ups1").agents().hosts())
                .containsExactly(HostId.parse("ber1/r12/db07"));
    }

    @Test
    void collectorWithTopology() {
        Declared topology = collector("collector-topology.yaml").topology();
        HostId pdu = HostId.parse("ber1/r12/pdu-a");
        Supply a = Objects.requireNonNull(topology.supplies().get(pdu));
        assertThat(a.outlets())
                .hasSize(22)
                .containsEntry("20", new Plug(HostId.parse("ber1/r12/db20"), "PS1"))
                .containsEntry("22", new Plug(HostId.parse("ber1/r12/tor-1"), "PS2"));
        assertThat(a.from()).containsExactly(HostId.parse("ber1/r12/ups-a").self());
        assertThat(a.amps()).hasValue(16);
        assertThat(topology.feeds())
                .containsExactly(Declared.feed("ber1", "A"), Declared.feed("ber1", "B"));
        Switching tor = topology.switches().get(HostId.parse("ber1/r12/tor-2"));
        assertThat(Objects.requireNonNull(tor).uplinks())
                .containsExactly(HostId.parse("ber1/r12/core-1"), HostId.parse("ber1/r13/core-2"));
        assertThat(topology.managed())
                .containsEntry(HostId.parse("ber1/r12/oob17"), HostId.parse("ber1/r12/db01"));
        assertThat(topology.services().get(Declared.SERVICES.component(Kind.SERVICE, "shop")))
                .extracting(Need::needed, need -> need.of().size())
                .containsExactly(tuple(2, 3), tuple(1, 1), tuple(1, 1));
    }

    @Test
    void devicesAreOfTheAgentsOfTheirRackUnlessSaidOtherwise() {
        HostId device = HostId.parse("ber1/r12/sw1");
        HostId near = HostId.parse("ber1/r12/db07");
        HostId far = HostId.parse("ber1/r13/db08");
        HostId abroad = HostId.parse("muc1/r12/db07");
        SortedMap<String, String> watcher = new TreeMap<>(Map.of("role", "watcher", "x", "y"));
        AgentChoice rack = AgentChoice.OF_THE_RACK;
        assertThat(rack.admits(device, near, new TreeMap<>())).isTrue();
        assertThat(rack.admits(device, far, watcher)).isFalse();
        assertThat(rack.admits(device, abroad, watcher)).isFalse();
        AgentChoice labels =
                new AgentChoice(new TreeSet<>(), new TreeMap<>(Map.of("role", "watcher")));
        assertThat(labels.admits(device, far, watcher)).isTrue();
        assertThat(labels.admits(device, near, new TreeMap<>())).isFalse();
        assertThat(labels.admits(device, abroad, watcher)).isFalse();
        AgentChoice named = new AgentChoice(new TreeSet<>(Set.of(abroad)), new TreeMap<>());
        assertThat(named.admits(device, abroad, new TreeMap<>())).isTrue();
        assertThat(named.admits(device, near, watcher)).isFalse();
    }

    @Test
    void anAgentAsksOnlyWhatItsOwnFileAllows() {
        PollingSettings some =
                new PollingSettings(true, 10, List.of(new DevicePattern("ber1/*/pdu-*")));
        assertThat(some.allows(HostId.parse("ber1/r12/pdu-a"))).isTrue();
        assertThat(some.allows(HostId.parse("ber1/r12/sw1"))).isFalse();
        assertThat(new PollingSettings(false, 10, List.of(DevicePattern.ANY)))
                .matches(off -> !off.allows(HostId.parse("ber1/r12/pdu-a")));
    }

    private static DeviceSettings device(RackSettings racks, String id) {
        return Objects.requireNonNull(racks.devices().get(HostId.parse(id)));
    }

    private static AgentSettings agent(String name) {
        return settings(AgentConfig.load(SAMPLES.resolve(name), "web1"));
    }

    private static CollectorSettings collector(String name) {
        return settings(CollectorConfig.load(SAMPLES.resolve(name)));
    }

    private static <T> T settings(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Good<T>(T settings) -> settings;
            case Loaded.Bad<T> bad -> throw new AssertionError(bad.text());
        };
    }
}
