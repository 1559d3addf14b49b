package io.holdfast.wire.stream;

import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.LineFormat;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.Trust;
import io.holdfast.wire.stream.proto.SessionProto;
import java.util.Locale;

/** Puts duties and the answers of devices into the wire's messages. */
final class DeviceEncoder {

    private DeviceEncoder() {}

    static SessionProto.DutyList duties(FromCollector.Duties duties) {
        var out = SessionProto.DutyList.newBuilder().setRevision(duties.revision());
        duties.duties().stream()
                .limit(WireLimits.MOST_DUTIES)
                .forEach(duty -> out.addDuties(duty(duty)));
        return out.build();
    }

    private static SessionProto.Duty duty(DeviceDuty duty) {
        DeviceAssignment device = duty.device();
        SessionProto.Duty.Builder out =
                SessionProto.Duty.newBuilder()
                        .setDevice(device.device().toString())
                        .setRole(role(duty.role()))
                        .setEpoch(duty.epoch())
                        .setRound(duty.round())
                        .setKind(device.kind().word())
                        .setEveryMillis((int) device.every().toMillis())
                        .setDeadlineMillis((int) device.deadline().toMillis());
        access(out, device.access());
        login(out, device.login());
        return out.build();
    }

    private static SessionProto.Role role(DeviceDuty.Role role) {
        return switch (role) {
            case POLL -> SessionProto.Role.ROLE_POLL;
            case STAND_BY -> SessionProto.Role.ROLE_STAND_BY;
            case TRY -> SessionProto.Role.ROLE_TRY;
        };
    }

    private static void access(SessionProto.Duty.Builder out, Access access) {
        switch (access) {
            case Access.Snmp(var host, var port, var version, var context) ->
                    out.setSnmp(
                            SessionProto.SnmpAccess.newBuilder()
                                    .setHost(host)
                                    .setPort(port)
                                    .setVersion(version)
                                    .setContext(context));
            case Access.Ipmi(var host, var port, var suite, var privilege) ->
                    out.setIpmi(
                            SessionProto.IpmiAccess.newBuilder()
                                    .setHost(host)
                                    .setPort(port)
                                    .setCipherSuite(suite.orElse(0))
                                    .setPrivilege(word(privilege)));
            case Access.Redfish(var url, var trust) -> out.setRedfish(redfish(url, trust));
            case Access.Serial(var line, var driver, var parameters, var format, var unit) ->
                    out.setSerial(
                            SessionProto.SerialAccess.newBuilder()
                                    .setLine(line)
                                    .setDriver(word(driver))
                                    .setParameters(parameters.orElse(""))
                                    .setFormat(format.map(LineFormat::name).orElse(""))
                                    .setFormatText(format.flatMap(LineFormat::text).orElse(""))
                                    .setUnit(unit.orElse(0)));
            case Access.Nut(var host, var port, var ups) ->
                    out.setNut(
                            SessionProto.NutAccess.newBuilder()
                                    .setHost(host)
                                    .setPort(port)
                                    .setUps(ups));
        }
    }

    private static SessionProto.RedfishAccess redfish(String url, Trust trust) {
        var out = SessionProto.RedfishAccess.newBuilder().setUrl(url);
        return switch (trust) {
            case Trust.Machine() -> out.build();
            case Trust.Authority(var pem) -> out.setAuthorityPem(pem).build();
            case Trust.Fingerprint(var sha256) -> out.setFingerprintSha256(sha256).build();
            case Trust.Anyone() -> out.setAnyone(true).build();
        };
    }

    private static void login(SessionProto.Duty.Builder out, Login login) {
        switch (login) {
            case Login.Open() -> out.setLoginForm(LoginForms.OPEN);
            case Login.Community(var community) ->
                    out.setLoginForm(LoginForms.COMMUNITY).setCommunity(community.reveal());
            case Login.Password(var user, var password) ->
                    out.setLoginForm(LoginForms.PASSWORD)
                            .setPassword(
                                    SessionProto.PasswordLogin.newBuilder()
                                            .setUser(user)
                                            .setPassword(password.reveal()));
            case Login.SnmpUser user ->
                    out.setLoginForm(LoginForms.SNMP_USER).setSnmpUser(snmpUser(user));
        }
    }

    private static SessionProto.SnmpUser snmpUser(Login.SnmpUser user) {
        var out = SessionProto.SnmpUser.newBuilder().setUser(user.user());
        user.auth()
                .ifPresent(
                        auth ->
                                out.setAuth(auth.protocol().word())
                                        .setAuthPhrase(auth.phrase().reveal()));
        user.priv()
                .ifPresent(
                        priv ->
                                out.setPriv(priv.protocol().word())
                                        .setPrivPhrase(priv.phrase().reveal()));
        return out.build();
    }

    static SessionProto.DeviceStatusList statuses(FromAgent.DeviceStatuses statuses) {
        var out = SessionProto.DeviceStatusList.newBuilder();
        statuses.devices().forEach(status -> out.addDevices(status(status)));
        return out.build();
    }

    private static SessionProto.DeviceStatus status(DeviceStatus status) {
        var out =
                SessionProto.DeviceStatus.newBuilder()
                        .setDevice(status.device().toString())
                        .setEpoch(status.epoch())
                        .setFailures(status.failures())
                        .setLatenessMillis(
                                (int) Math.min(Integer.MAX_VALUE, status.lateness().toMillis()));
        status.answeredAgo().ifPresent(ago -> out.setAnsweredMillisAgo(ago.toMillis()));
        status.triedAgo().ifPresent(ago -> out.setTriedMillisAgo(ago.toMillis()));
        status.error().ifPresent(error -> out.setError(ObservationEncoder.silence(error)));
        status.looks()
                .forEach(
                        (probe, look) ->
                                out.addLooks(
                                        SessionProto.Look.newBuilder()
                                                .setProbe(probe)
                                                .setAtMicros(Micros.of(look.at()))
                                                .setComplete(look.complete())));
        return out.build();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
