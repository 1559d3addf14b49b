package io.holdfast.wire.stream;

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
import io.holdfast.wire.stream.proto.SessionProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads what devices an agent shall ask.
 *
 * <p>A duty is taken whole or not at all: one of which a part is not understood might be asked in a
 * way that its operator did not mean.
 */
final class DutyDecoder {

    private static final int MOST_PORT = 65_535;

    private final Misreads misreads;

    DutyDecoder(Misreads misreads) {
        this.misreads = misreads;
    }

    Optional<FromCollector> duties(SessionProto.DutyList in) {
        if (in.getDutiesCount() > WireLimits.MOST_DUTIES) {
            return misreads.none(Misread.TOO_MANY);
        }
        List<DeviceDuty> duties = new ArrayList<>();
        in.getDutiesList().forEach(duty -> duty(duty).ifPresent(duties::add));
        return Optional.of(new FromCollector.Duties(in.getRevision(), duties));
    }

    private Optional<DeviceDuty> duty(SessionProto.Duty in) {
        Optional<HostId> device = misreads.host(in.getDevice());
        Optional<Kind> kind = misreads.kind(in.getKind());
        Optional<DeviceDuty.Role> role = role(in.getRole());
        Optional<Access> access = access(in);
        Optional<Login> login = login(in);
        if (device.isEmpty() || kind.isEmpty() || role.isEmpty()) {
            return Optional.empty();
        }
        if (access.isEmpty() || login.isEmpty()) {
            return Optional.empty();
        }
        Duration every = Duration.ofMillis(Integer.toUnsignedLong(in.getEveryMillis()));
        Duration deadline = Duration.ofMillis(Integer.toUnsignedLong(in.getDeadlineMillis()));
        boolean inRange =
                in.getEpoch() >= 0
                        && in.getRound() >= 0
                        && deadline.isPositive()
                        && deadline.compareTo(every) <= 0;
        if (!inRange) {
            return misreads.none(Misread.BAD_NUMBER);
        }
        return Optional.of(
                new DeviceDuty(
                        role.get(),
                        in.getEpoch(),
                        in.getRound(),
                        new DeviceAssignment(
                                device.get(),
                                kind.get(),
                                access.get(),
                                login.get(),
                                every,
                                deadline)));
    }

    private Optional<DeviceDuty.Role> role(SessionProto.Role role) {
        return switch (role) {
            case ROLE_POLL -> Optional.of(DeviceDuty.Role.POLL);
            case ROLE_STAND_BY -> Optional.of(DeviceDuty.Role.STAND_BY);
            case ROLE_TRY -> Optional.of(DeviceDuty.Role.TRY);
            case ROLE_UNSPECIFIED, UNRECOGNIZED -> misreads.none(Misread.UNKNOWN_ROLE);
        };
    }

    private Optional<Access> access(SessionProto.Duty in) {
        return switch (in.getAccessCase()) {
            case SNMP -> snmp(in.getSnmp());
            case IPMI -> ipmi(in.getIpmi());
            case REDFISH -> redfish(in.getRedfish());
            case SERIAL -> serial(in.getSerial());
            case NUT ->
                    port(in.getNut().getPort())
                            .map(
                                    port ->
                                            new Access.Nut(
                                                    in.getNut().getHost(),
                                                    port,
                                                    in.getNut().getUps()));
            case ACCESS_NOT_SET -> misreads.none(Misread.UNKNOWN_PROTOCOL);
        };
    }

    private Optional<Access> snmp(SessionProto.SnmpAccess in) {
        if (in.getVersion() < 1 || in.getVersion() > 3) {
            return misreads.none(Misread.UNKNOWN_PROTOCOL);
        }
        return port(in.getPort())
                .map(port -> new Access.Snmp(in.getHost(), port, in.getVersion(), in.getContext()));
    }

    private Optional<Access> ipmi(SessionProto.IpmiAccess in) {
        Optional<Access.Privilege> privilege = word(Access.Privilege.values(), in.getPrivilege());
        return port(in.getPort())
                .flatMap(
                        port ->
                                privilege.map(
                                        p ->
                                                new Access.Ipmi(
                                                        in.getHost(),
                                                        port,
                                                        suite(in.getCipherSuite()),
                                                        p)));
    }

    private static OptionalInt suite(int number) {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Optional<Access> redfish(SessionProto.RedfishAccess in) {
        Trust trust =
                switch (in.getTrustCase()) {
                    case AUTHORITY_PEM -> new Trust.Authority(in.getAuthorityPem());
                    case FINGERPRINT_SHA256 -> new Trust.Fingerprint(in.getFingerprintSha256());
                    case ANYONE -> in.getAnyone() ? new Trust.Anyone() : new Trust.Machine();
                    // The strictest: a trust that we do not know is not "anyone".
                    case TRUST_NOT_SET -> new Trust.Machine();
                };
        return Optional.of(new Access.Redfish(in.getUrl(), trust));
    }

    private Optional<Access> serial(SessionProto.SerialAccess in) {
        Optional<String> parameters = Optional.of(in.getParameters()).filter(p -> !p.isEmpty());
        return word(Access.Driver.values(), in.getDriver())
                .map(
                        driver ->
                                new Access.Serial(
                                        in.getLine(),
                                        driver,
                                        parameters,
                                        format(in),
                                        in.getUnit() > 0
                                                ? OptionalInt.of(in.getUnit())
                                                : OptionalInt.empty()));
    }

    private static Optional<LineFormat> format(SessionProto.SerialAccess in) {
        return in.getFormat().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LineFormat(
                                in.getFormat(),
                                Optional.of(in.getFormatText()).filter(t -> !t.isEmpty())));
    }

    private Optional<Integer> port(int port) {
        return port > 0 && port <= MOST_PORT
                ? Optional.of(port)
                : misreads.none(Misread.BAD_NUMBER);
    }

    private <E extends Enum<E>> Optional<E> word(E[] choices, String word) {
        Optional<E> choice =
                Arrays.stream(choices).filter(c -> DeviceEncoder.word(c).equals(word)).findFirst();
        return choice.isPresent() ? choice : misreads.none(Misread.UNKNOWN_PROTOCOL);
    }

    private Optional<Login> login(SessionProto.Duty in) {
        return switch (in.getLoginForm()) {
            case LoginForms.OPEN -> Optional.of(new Login.Open());
            case LoginForms.COMMUNITY ->
                    Optional.of(new Login.Community(new SecretText(in.getCommunity())));
            case LoginForms.PASSWORD ->
                    Optional.of(
                            new Login.Password(
                                    in.getPassword().getUser(),
                                    new SecretText(in.getPassword().getPassword())));
            case LoginForms.SNMP_USER -> snmpUser(in.getSnmpUser());
            default -> misreads.none(Misread.UNKNOWN_LOGIN);
        };
    }

    private Optional<Login> snmpUser(SessionProto.SnmpUser in) {
        Optional<SnmpAuth> auth = SnmpAuth.ofWord(in.getAuth());
        Optional<SnmpPriv> priv = SnmpPriv.ofWord(in.getPriv());
        boolean known =
                auth.isPresent() != in.getAuth().isEmpty()
                        && priv.isPresent() != in.getPriv().isEmpty()
                        && (priv.isEmpty() || auth.isPresent());
        if (!known) {
            return misreads.none(Misread.UNKNOWN_LOGIN);
        }
        return Optional.of(
                new Login.SnmpUser(
                        in.getUser(),
                        auth.map(a -> new Login.Auth(a, new SecretText(in.getAuthPhrase()))),
                        priv.map(p -> new Login.Priv(p, new SecretText(in.getPrivPhrase())))));
    }
}
