package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.daemon.Means;
import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.snmp.SnmpDevices;
import io.holdfast.agent.devices.snmp.access.AuthProtocol;
import io.holdfast.agent.devices.snmp.access.PrivProtocol;
import io.holdfast.agent.devices.snmp.access.Secret;
import io.holdfast.agent.devices.snmp.access.Security;
import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.walk.Memory;
import io.holdfast.agent.devices.snmp.walk.WalkLimits;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.core.device.SnmpAuth;
import io.holdfast.core.device.SnmpPriv;
import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.profile.ProfileFolder;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Probes of devices that speak SNMP; one socket for all of them, opened for the first.
 *
 * <p>May be used by several threads.
 */
final class SnmpDriver {

    private static final Logger LOG = LoggerFactory.getLogger(SnmpDriver.class);

    /** Two looks of the greatest size at once; the others wait for their turn. */
    private static final long MEMORY_BYTES = 2 * WalkLimits.DEFAULT.mostBytes();

    private final Means means;
    private Optional<SnmpDevices> devices = Optional.empty();

    SnmpDriver(Means means) {
        this.means = means;
    }

    Optional<Probe> probe(DeviceAssignment device, Access.Snmp access) {
        return login(access, device.login())
                .flatMap(
                        login ->
                                devices()
                                        .map(
                                                all ->
                                                        all.within(Budget.of(device))
                                                                .probe(
                                                                        device.device(),
                                                                        target(access),
                                                                        login)
                                                                .probe()));
    }

    private static SnmpTarget target(Access.Snmp access) {
        return new SnmpTarget(access.host(), access.port());
    }

    private synchronized Optional<SnmpDevices> devices() {
        if (devices.isEmpty()) {
            try {
                SnmpSession session =
                        new SnmpSession(
                                new DatagramSocket(),
                                means.platform(),
                                means.ticker(),
                                means.secrets());
                devices =
                        Optional.of(
                                new SnmpDevices(
                                        session,
                                        profiles(),
                                        new Memory(MEMORY_BYTES),
                                        WalkLimits.DEFAULT,
                                        means.clock(),
                                        means.ticker()));
            } catch (SocketException e) {
                LOG.error("no UDP socket for SNMP: {}", e.getMessage());
            }
        }
        return devices;
    }

    private static Profiles profiles() {
        ProfileFolder own = ProfileFolder.read(Path.of(ProfileFolder.OPERATORS));
        own.problems().forEach(problem -> LOG.warn("a device profile is not used: {}", problem));
        return Profiles.shipped().with(own.profiles());
    }

    /** Who we are to the device; empty where SNMP cannot use that. */
    private static Optional<io.holdfast.agent.devices.snmp.access.Login> login(
            Access.Snmp access, Login login) {
        return switch (login) {
            case Login.Community(SecretText community) ->
                    Optional.of(
                            new io.holdfast.agent.devices.snmp.access.Login.Community(
                                    version(access), Secret.of(community.reveal())));
            case Login.SnmpUser(
                            String user,
                            Optional<Login.Auth> auth,
                            Optional<Login.Priv> priv) ->
                    Optional.of(
                            new io.holdfast.agent.devices.snmp.access.Login.User(
                                    user, security(auth, priv), access.context()));
            case Login.Open open -> Optional.empty();
            case Login.Password password -> Optional.empty();
        };
    }

    private static io.holdfast.agent.devices.snmp.access.Login.Version version(Access.Snmp access) {
        return access.version() == 1
                ? io.holdfast.agent.devices.snmp.access.Login.Version.V1
                : io.holdfast.agent.devices.snmp.access.Login.Version.V2C;
    }

    private static Security security(Optional<Login.Auth> auth, Optional<Login.Priv> priv) {
        if (auth.isEmpty()) {
            return new Security.NoAuthNoPriv();
        }
        AuthProtocol protocol = protocol(auth.get().protocol());
        Secret phrase = Secret.of(auth.get().phrase().reveal());
        return priv.<Security>map(
                        p ->
                                new Security.AuthPriv(
                                        protocol,
                                        phrase,
                                        protocol(p.protocol()),
                                        Secret.of(p.phrase().reveal())))
                .orElseGet(() -> new Security.AuthNoPriv(protocol, phrase));
    }

    private static AuthProtocol protocol(SnmpAuth auth) {
        return switch (auth) {
            case MD5 -> AuthProtocol.MD5;
            case SHA_1 -> AuthProtocol.SHA_1;
            case SHA_224 -> AuthProtocol.SHA_224;
            case SHA_256 -> AuthProtocol.SHA_256;
            case SHA_384 -> AuthProtocol.SHA_384;
            case SHA_512 -> AuthProtocol.SHA_512;
        };
    }

    private static PrivProtocol protocol(SnmpPriv priv) {
        return switch (priv) {
            case DES -> PrivProtocol.DES;
            case AES_128 -> PrivProtocol.AES_128;
            case AES_192 -> PrivProtocol.AES_192;
            case AES_256 -> PrivProtocol.AES_256;
        };
    }
}
