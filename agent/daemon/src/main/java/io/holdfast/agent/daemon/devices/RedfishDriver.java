package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.daemon.Means;
import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.redfish.Bmc;
import io.holdfast.agent.devices.redfish.RedfishProbe;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.agent.devices.redfish.http.AuthorityFile;
import io.holdfast.agent.devices.redfish.http.Endpoint;
import io.holdfast.agent.devices.redfish.http.Fingerprint;
import io.holdfast.agent.devices.redfish.http.SocketConnector;
import io.holdfast.agent.devices.redfish.service.ServiceLimits;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.core.device.Trust;
import io.holdfast.core.survey.Survey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Probes of servers through their BMC's Redfish service. */
final class RedfishDriver {

    private final Means means;

    RedfishDriver(Means means) {
        this.means = means;
    }

    Optional<Probe> probe(DeviceAssignment device, Access.Redfish access) {
        return switch (device.login()) {
            case Login.Password(String user, SecretText password) ->
                    Optional.of(probe(device, access, user, password));
            case Login.Open open -> Optional.empty();
            case Login.Community community -> Optional.empty();
            case Login.SnmpUser user -> Optional.empty();
        };
    }

    private Probe probe(
            DeviceAssignment device, Access.Redfish access, String user, SecretText password) {
        io.holdfast.agent.devices.redfish.http.Trust trust = trust(access.trust());
        io.holdfast.agent.devices.redfish.Access way =
                new io.holdfast.agent.devices.redfish.Access(
                        Endpoint.parse(access.url()),
                        new io.holdfast.agent.devices.redfish.Login(user, password.reveal()),
                        trust,
                        new SocketConnector(trust),
                        ServiceLimits.USUAL,
                        means.ticker(),
                        means.pause()::forAtMost);
        Bmc bmc = new Bmc(device.device(), way, means.clock(), Budget.of(device));
        return new Closing(
                new RedfishProbe(
                        bmc, Scope.EVERYTHING, means.ticker(), device.every().dividedBy(2)),
                bmc);
    }

    private static io.holdfast.agent.devices.redfish.http.Trust trust(Trust trust) {
        return switch (trust) {
            case Trust.Machine machine ->
                    new io.holdfast.agent.devices.redfish.http.Trust.PublicAuthorities();
            case Trust.Authority(String pem) ->
                    new io.holdfast.agent.devices.redfish.http.Trust.Authorities(
                            AuthorityFile.parse(pem.getBytes(StandardCharsets.UTF_8)));
            case Trust.Fingerprint(String sha256) ->
                    new io.holdfast.agent.devices.redfish.http.Trust.Pinned(
                            Fingerprint.parse(sha256)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "expected a fingerprint of 64 digits,"
                                                                    + " found "
                                                                    + sha256)));
            case Trust.Anyone anyone -> new io.holdfast.agent.devices.redfish.http.Trust.Anybody();
        };
    }

    /** A probe whose session at the BMC ends with it. */
    private record Closing(Probe probe, Bmc bmc) implements Probe, AutoCloseable {

        @Override
        public String name() {
            return probe.name();
        }

        @Override
        public Survey look() throws InterruptedException {
            return probe.look();
        }

        @Override
        public void close() {
            bmc.close();
        }
    }
}
