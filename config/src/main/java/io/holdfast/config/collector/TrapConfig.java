package io.holdfast.config.collector;

import io.holdfast.config.collector.TrapSettings.Version;
import io.holdfast.config.rack.CredentialConfig;
import io.holdfast.config.rack.CredentialSettings.Form;
import io.holdfast.config.value.Flags;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reader of the list {@code snmp} in the part {@code alerts} of a collector's file. */
final class TrapConfig {

    private static final String TO = "to";
    private static final String VERSION = "version";

    private static final ValueType<Version> VERSIONS = new VersionWord();

    private final Section alerts;
    private final Set<HostPort> seen = new HashSet<>();

    TrapConfig(Section alerts) {
        this.alerts = alerts;
    }

    List<TrapSettings> read() {
        return alerts.sectionList("snmp", TrapSettings.MOST_RECEIVERS, this::receiver);
    }

    private Optional<TrapSettings> receiver(Section receiver) {
        Optional<HostPort> to = receiver.required(TO, Values.PEER);
        Version version = receiver.value(VERSION, VERSIONS, Version.V2C);
        boolean inform = receiver.value("inform", new Flags(), false);
        if (to.isPresent() && !seen.add(to.get())) {
            receiver.problem(TO, "expected each receiver once, found " + to.get() + " again");
        }
        Optional<Form> login = CredentialConfig.form(receiver);
        return login.filter(form -> fits(receiver, version, form))
                .flatMap(form -> to.map(at -> new TrapSettings(at, version, form, inform)));
    }

    /** Whether the login is one of this version; notes it where it is not. */
    private static boolean fits(Section receiver, Version version, Form login) {
        String found =
                switch (login) {
                    case Form.Community community -> version == Version.V2C ? "" : "a community";
                    case Form.SnmpUser user -> version == Version.V3 ? "" : "a user";
                    case Form.Password password -> "a password";
                };
        if (!found.isEmpty()) {
            receiver.problem(
                    VERSION,
                    "expected a community for 2c, and for 3 a user with auth and priv, found "
                            + found);
        }
        return found.isEmpty();
    }

    /** YAML takes the 3 for a number and 2c for a text; both are meant as they stand. */
    private record VersionWord() implements ValueType<Version> {

        @Override
        public String expected() {
            return "2c or 3";
        }

        @Override
        public Parsed<Version> read(Node.Scalar scalar) {
            return switch (scalar.text()) {
                case "2c" -> new Parsed.Good<>(Version.V2C);
                case "3" -> new Parsed.Good<>(Version.V3);
                default ->
                        new Parsed.Bad<>(
                                "expected " + expected() + ", found " + scalar.description());
            };
        }
    }
}
