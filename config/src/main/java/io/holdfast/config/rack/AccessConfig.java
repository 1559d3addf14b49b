package io.holdfast.config.rack;

import io.holdfast.config.value.Counts;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.device.Access;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The reader of what stands below {@code snmp}, {@code ipmi} and so on of a device. */
final class AccessConfig {

    private static final Set<Integer> SUITES = Set.of(3, 17);
    private static final int CONTEXT_BYTES = 32;

    private final Section section;

    AccessConfig(Section section) {
        this.section = section;
    }

    Optional<Access> snmp() {
        var address = address(Access.Snmp.PORT);
        int version = version();
        var context =
                section.value(
                        "context",
                        new Texts<>(
                                "an SNMPv3 context of 1 to 32 characters",
                                matching(t -> !t.isBlank() && t.length() <= CONTEXT_BYTES)),
                        "");
        return address.map(at -> new Access.Snmp(at.host(), at.port(), version, context));
    }

    /** 0 where the credential is to decide. */
    private int version() {
        return section.value("version", Words.of(Version.class)).map(Version::number).orElse(0);
    }

    /** The versions of SNMP. */
    private enum Version {
        V1(1),
        V2C(2),
        V3(3);

        private final int number;

        Version(int number) {
            this.number = number;
        }

        private int number() {
            return number;
        }
    }

    Optional<Access> ipmi() {
        var address = address(Access.Ipmi.PORT);
        OptionalInt suite =
                section.value("cipher-suite", Counts.between(0, 255)).stream()
                        .mapToInt(Integer::intValue)
                        .findFirst();
        if (suite.isPresent() && !SUITES.contains(suite.getAsInt())) {
            section.problem("cipher-suite", "expected 3 or 17, found " + suite.getAsInt());
        }
        var privilege =
                section.value("privilege", Words.of(Access.Privilege.class), Access.Privilege.USER);
        return address.map(at -> new Access.Ipmi(at.host(), at.port(), suite, privilege));
    }

    Optional<Access> redfish() {
        var url = section.required("url", Values.WEB_ADDRESS);
        var trust = TrustConfig.read(section);
        return url.map(URI::toString).map(at -> new Access.Redfish(at, trust));
    }

    Optional<Access> nut() {
        var address = address(Access.Nut.PORT);
        var ups = section.required("ups", Values.LINE);
        return address.flatMap(at -> ups.map(name -> new Access.Nut(at.host(), at.port(), name)));
    }

    private Optional<HostPort> address(int port) {
        return section.required(
                "address",
                new Texts<>(
                        "host[:port] such as 192.0.2.7 or [2001:db8::7]:" + port,
                        text -> addressed(text, port)));
    }

    private static Optional<HostPort> addressed(String text, int port) {
        return HostPort.parse(text)
                .or(() -> HostPort.parse(text + ":" + port))
                .filter(at -> at.port() > 0);
    }

    private static Function<String, Optional<String>> matching(Predicate<String> predicate) {
        return text -> Optional.of(text).filter(predicate);
    }
}
