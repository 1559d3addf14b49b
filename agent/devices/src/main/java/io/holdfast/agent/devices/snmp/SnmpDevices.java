package io.holdfast.agent.devices.snmp;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.walk.Fetcher;
import io.holdfast.agent.devices.snmp.walk.Memory;
import io.holdfast.agent.devices.snmp.walk.WalkLimits;
import io.holdfast.core.component.HostId;
import io.holdfast.core.time.Ticker;
import io.holdfast.mibs.knowledge.Profiles;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Makes probes of devices that share a session, the profiles, and the memory for what they say.
 *
 * @param session the socket for all of them
 * @param profiles what is known of devices
 * @param memory what all looks together may hold
 * @param limits how patient and how greedy a look is
 * @param clock for stamps
 * @param ticker for deadlines
 */
public record SnmpDevices(
        SnmpSession session,
        Profiles profiles,
        Memory memory,
        WalkLimits limits,
        InstantSource clock,
        Ticker ticker) {

    /** How often a device is asked, by default: agents of PDUs and BMCs are slow machines. */
    public static final Duration INTERVAL = Duration.ofSeconds(60);

    /** What evaluating may take beyond the deadline of asking. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** The same for devices that may take so long for a look, unless less is usual. */
    public SnmpDevices within(Duration deadline) {
        boolean shorter = deadline.compareTo(limits.deadline()) < 0;
        return new SnmpDevices(
                session,
                profiles,
                memory,
                shorter ? limits.within(deadline) : limits,
                clock,
                ticker);
    }

    /**
     * The probe of one device.
     *
     * @param host what the device is called
     */
    public ScheduledProbe probe(HostId host, SnmpTarget target, Login login) {
        Fetcher fetcher = new Fetcher(session.line(target, login), limits, ticker, memory);
        SnmpProbe probe =
                new SnmpProbe(
                        host,
                        fetcher,
                        profiles,
                        new AuthenticationGuard(ticker, clock),
                        new Silences(target, login),
                        clock);
        return new ScheduledProbe(probe, INTERVAL, limits.deadline().plus(GRACE));
    }
}
