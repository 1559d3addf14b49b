package io.holdfast.agent.devices.ipmi;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.ipmi.device.DeviceLink;
import io.holdfast.agent.devices.ipmi.guard.BmcGuard;
import io.holdfast.agent.devices.ipmi.guard.Pace;
import io.holdfast.agent.devices.ipmi.look.CipherZeroCheck;
import io.holdfast.agent.devices.ipmi.look.LookReader;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.BmcLink;
import io.holdfast.agent.devices.ipmi.rmcp.LanLink;
import io.holdfast.agent.devices.ipmi.rmcp.LanTarget;
import io.holdfast.agent.devices.ipmi.rmcp.Patience;
import io.holdfast.agent.devices.ipmi.rmcp.UdpDatagrams;
import io.holdfast.agent.devices.ipmi.sdr.SdrCache;
import io.holdfast.agent.devices.ipmi.sel.SelReader;
import io.holdfast.core.component.HostId;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Puts probes of BMCs together from what the world hands in.
 *
 * @param clock the time
 * @param ticker for durations
 * @param pause the means to wait
 * @param random a secure one: it makes session keys
 * @param cache keeps records between probes
 * @param log is told what is new in event logs
 */
public record IpmiProbes(
        InstantSource clock,
        Ticker ticker,
        Bmc.Pause pause,
        RandomGenerator random,
        SdrCache cache,
        Consumer<SelReader.News> log) {

    /** How often a BMC is looked at, by default. */
    public static final Duration INTERVAL = Duration.ofSeconds(30);

    /** The first look reads all records, which takes a slow BMC a minute. */
    public static final Duration DEADLINE = Duration.ofMinutes(2);

    /** A probe over the network. */
    public IpmiProbe lan(HostId host, LanTarget target, Duration interval) {
        return lan(host, target, Patience.USUAL, interval);
    }

    /** A probe over the network that waits so long for an answer. */
    public IpmiProbe lan(HostId host, LanTarget target, Patience patience, Duration interval) {
        LanLink link = new LanLink(target, UdpDatagrams::open, patience, ticker, random);
        return probe(host, link, link::acceptsCipherZero, interval);
    }

    /** A probe of this machine's own BMC. */
    public IpmiProbe device(HostId host, String path, Duration interval) {
        return probe(host, DeviceLink.of(path, ticker), CipherZeroCheck.NONE, interval);
    }

    /** A probe with its usual deadline. */
    public static ScheduledProbe scheduled(IpmiProbe probe) {
        return new ScheduledProbe(probe, INTERVAL, DEADLINE);
    }

    private IpmiProbe probe(
            HostId host, BmcLink link, CipherZeroCheck cipherZero, Duration interval) {
        LookReader reader = new LookReader(new Bmc(link, pause), cache, clock);
        BmcGuard guard = new BmcGuard(Pace.of(interval), ticker, random);
        return new IpmiProbe(host, link, cipherZero, reader, guard, clock, ticker, log);
    }
}
