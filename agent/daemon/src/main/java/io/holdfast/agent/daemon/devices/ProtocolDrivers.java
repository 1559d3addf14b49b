package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.daemon.Means;
import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.nut.NutProbe;
import io.holdfast.agent.devices.nut.NutTarget;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import java.time.Duration;
import java.util.Optional;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drivers of this agent, one for each protocol: the place where a new one is put to use.
 *
 * <p>A protocol without a driver, or a login that it cannot use, is no mistake of the agent: the
 * collector is told that it is not offered here, and asks another.
 */
public final class ProtocolDrivers implements Drivers {

    private static final Logger LOG = LoggerFactory.getLogger(ProtocolDrivers.class);

    private static final Duration NUT_ANSWERS_WITHIN = Duration.ofSeconds(5);

    private final Means means;
    private final SnmpDriver snmp;
    private final IpmiDriver ipmi;
    private final RedfishDriver redfish;
    private final SerialDriver serial;

    public ProtocolDrivers(Means means) {
        this.means = means;
        snmp = new SnmpDriver(means);
        ipmi = new IpmiDriver(means);
        redfish = new RedfishDriver(means);
        serial = new SerialDriver(means);
    }

    @Override
    public Optional<Probe> probe(DeviceAssignment device) {
        try {
            return switch (device.access()) {
                case Access.Snmp access -> snmp.probe(device, access);
                case Access.Ipmi access -> ipmi.probe(device, access);
                case Access.Redfish access -> redfish.probe(device, access);
                case Access.Serial access -> serial.probe(device, access);
                case Access.Nut access -> Optional.of(nut(device, access));
            };
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "{} cannot be asked as it is configured: {}", device.device(), e.getMessage());
            return Optional.empty();
        }
    }

    private Probe nut(DeviceAssignment device, Access.Nut access) {
        return new NutProbe(
                device.device(),
                new NutTarget(access.host(), access.port(), Optional.of(access.ups())),
                SocketFactory.getDefault(),
                means.clock(),
                means.ticker(),
                Budget.of(device).compareTo(NUT_ANSWERS_WITHIN) < 0
                        ? Budget.of(device)
                        : NUT_ANSWERS_WITHIN);
    }
}
