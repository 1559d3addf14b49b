package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.daemon.Means;
import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.ipmi.IpmiProbes;
import io.holdfast.agent.devices.ipmi.rmcp.CipherSuite;
import io.holdfast.agent.devices.ipmi.rmcp.LanTarget;
import io.holdfast.agent.devices.ipmi.rmcp.Password;
import io.holdfast.agent.devices.ipmi.rmcp.Patience;
import io.holdfast.agent.devices.ipmi.rmcp.Privilege;
import io.holdfast.agent.devices.ipmi.sdr.MemorySdrCache;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import java.time.Duration;
import java.util.Optional;

/** Probes of BMCs over IPMI; their sensor records are kept in memory. */
final class IpmiDriver {

    private final IpmiProbes probes;

    IpmiDriver(Means means) {
        probes =
                new IpmiProbes(
                        means.clock(),
                        means.ticker(),
                        means.pause()::forAtMost,
                        means.secrets(),
                        new MemorySdrCache(),
                        news -> {});
    }

    Optional<Probe> probe(DeviceAssignment device, Access.Ipmi access) {
        return switch (device.login()) {
            case Login.Password(String user, SecretText password) ->
                    Optional.of(
                            probes.lan(
                                    device.device(),
                                    new LanTarget(
                                            access.host(),
                                            access.port(),
                                            user,
                                            Password.of(password.reveal()),
                                            CipherSuite.of(access.cipherSuite().orElse(0)),
                                            privilege(access.privilege())),
                                    patience(device),
                                    // The schedule keeps the interval; a look that comes a little
                                    // early must not be given what the one before saw.
                                    device.every().dividedBy(2)));
            case Login.Open open -> Optional.empty();
            case Login.Community community -> Optional.empty();
            case Login.SnmpUser user -> Optional.empty();
        };
    }

    /** A look that finds its session dead asks, opens another, and asks again. */
    private static Patience patience(DeviceAssignment device) {
        Patience usual = Patience.USUAL;
        Duration third = Budget.of(device).dividedBy(3);
        return new Patience(
                usual.tries(), least(usual.firstWait(), third), least(usual.deadline(), third));
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Privilege privilege(Access.Privilege privilege) {
        return switch (privilege) {
            case USER -> Privilege.USER;
            case OPERATOR -> Privilege.OPERATOR;
            case ADMINISTRATOR -> Privilege.ADMINISTRATOR;
        };
    }
}
