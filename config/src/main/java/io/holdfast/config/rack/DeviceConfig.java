package io.holdfast.config.rack;

import io.holdfast.config.rack.CredentialSettings.Form;
import io.holdfast.config.value.Durations;
import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.Suggestion;
import io.holdfast.core.component.HostId;
import io.holdfast.core.device.Access;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The reader of one device. */
final class DeviceConfig {

    private static final List<String> PROTOCOLS =
            List.of("snmp", "ipmi", "redfish", "serial", "nut");

    private static final Texts<String> NAME =
            new Texts<>(
                    "a name below credentials",
                    text -> Optional.of(text).filter(name -> !name.isBlank()));

    private static final Durations EVERY = Durations.within("5s", "1d");
    private static final Durations DEADLINE = Durations.within("1s", "10m");

    /** Management controllers are slow, and asking them costs the server they manage. */
    private static final Duration SLOW = Duration.ofMinutes(1);

    private static final Duration NORMAL = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A first look reads all sensor records of a management controller, which takes its time. */
    private static final Duration PATIENCE_WITH_SLOW = Duration.ofSeconds(45);

    private final HostId id;
    private final Section device;
    private final AgentChoice ofRack;
    private final SortedMap<String, CredentialSettings> credentials;

    DeviceConfig(
            HostId id,
            Section device,
            AgentChoice ofRack,
            SortedMap<String, CredentialSettings> credentials) {
        this.id = id;
        this.device = device;
        this.ofRack = ofRack;
        this.credentials = credentials;
    }

    Optional<DeviceSettings> read() {
        var kind = device.required("kind", Words.of(DeviceKind.class));
        List<String> given = PROTOCOLS.stream().filter(device::has).toList();
        if (given.size() != 1) {
            device.problem(
                    given.isEmpty() ? "kind" : given.get(1),
                    "expected one of "
                            + String.join(", ", PROTOCOLS)
                            + ", found "
                            + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        // Of several the first one counts, but mistakes in all of them are told.
        List<Asked> asked = given.stream().map(this::asked).toList();
        String protocol = given.isEmpty() ? "" : given.getFirst();
        AgentChoice agents =
                device.optionalSection("agents").map(AgentChoiceConfig::read).orElse(ofRack);
        if ("serial".equals(protocol) && agents.isOfTheRack()) {
            device.problem(
                    "serial", "expected agents beside it: only some machines have this line");
        }
        boolean slow = List.of("ipmi", "redfish").contains(protocol);
        Duration every = device.value("every", EVERY, slow ? SLOW : NORMAL);
        Duration patience = slow ? PATIENCE_WITH_SLOW : PATIENCE;
        Duration deadline =
                device.value(
                        "deadline", DEADLINE, every.compareTo(patience) < 0 ? every : patience);
        if (deadline.compareTo(every) > 0) {
            device.problem(
                    "deadline",
                    "expected at most the interval (every: %s), found '%s'"
                            .formatted(Durations.format(every), Durations.format(deadline)));
        }
        return kind.flatMap(
                k ->
                        asked.stream()
                                .findFirst()
                                .flatMap(a -> settings(k, a, agents, every, deadline)));
    }

    /** What stands below a protocol's key. */
    private record Asked(
            Optional<Access> access, Optional<String> credential, Optional<String> power) {}

    private Asked asked(String protocol) {
        Section section = device.section(protocol);
        return new Asked(
                access(protocol, section),
                credential(section, protocol, "credential", Use.READ),
                credential(section, protocol, "power-credential", Use.POWER));
    }

    private Optional<DeviceSettings> settings(
            DeviceKind kind, Asked asked, AgentChoice agents, Duration every, Duration deadline) {
        return asked.access()
                .map(
                        access ->
                                new DeviceSettings(
                                        id,
                                        kind.kind(),
                                        access,
                                        asked.credential(),
                                        asked.power(),
                                        agents,
                                        every,
                                        deadline));
    }

    private Optional<Access> access(String protocol, Section section) {
        AccessConfig config = new AccessConfig(section);
        return switch (protocol) {
            case "snmp" -> snmp(config, section);
            case "ipmi" -> config.ipmi();
            case "redfish" -> config.redfish();
            case "serial" -> new SerialConfig(section).read();
            case "nut" -> config.nut();
            default -> Optional.empty();
        };
    }

    /** The version goes with the credential: a community is not a user. */
    private Optional<Access> snmp(AccessConfig config, Section section) {
        Optional<CredentialSettings> credential =
                section.value("credential", NAME).map(name -> credentials.get(name));
        Optional<Access> access = config.snmp();
        if (credential.isEmpty() || access.isEmpty()) {
            return access;
        }
        Access.Snmp snmp = (Access.Snmp) access.get();
        boolean user = credential.get().form() instanceof Form.SnmpUser;
        int version = snmp.version() == 0 ? (user ? 3 : 2) : snmp.version();
        if (user != (version == 3)) {
            section.problem(
                    "version",
                    "expected v3 with a user and v1 or v2c with a community, found the other");
        }
        if (!user && !snmp.context().isEmpty()) {
            section.problem("context", "expected no context with a community: only v3 has them");
        }
        return Optional.of(new Access.Snmp(snmp.host(), snmp.port(), version, snmp.context()));
    }

    private Optional<String> credential(Section section, String protocol, String key, Use use) {
        boolean needed = use == Use.READ && List.of("snmp", "ipmi", "redfish").contains(protocol);
        Optional<String> name = needed ? section.required(key, NAME) : section.value(key, NAME);
        name.ifPresent(given -> check(section, protocol, key, given, use));
        return name;
    }

    private void check(Section section, String protocol, String key, String name, Use use) {
        CredentialSettings found = credentials.get(name);
        if (found == null) {
            String hint =
                    Suggestion.nearest(name, credentials.keySet())
                            .map(word -> "; did you mean '" + word + "'?")
                            .orElse("");
            section.problem(key, "expected a name below credentials, found '" + name + "'" + hint);
            return;
        }
        if (found.use() != use) {
            section.problem(
                    key,
                    "expected a credential with use: %s, found '%s' with use: %s"
                            .formatted(Words.word(use), name, Words.word(found.use())));
        }
        boolean password = found.form() instanceof Form.Password;
        if (password == "snmp".equals(protocol)) {
            section.problem(
                    key,
                    password
                            ? "expected a community or an SNMPv3 user, found the password '%s'"
                                    .formatted(name)
                            : "expected a user with a password, found '%s' without one"
                                    .formatted(name));
        }
    }
}
