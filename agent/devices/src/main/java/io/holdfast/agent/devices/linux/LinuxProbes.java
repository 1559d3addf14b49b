package io.holdfast.agent.devices.linux;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.host.HostIdentity;
import io.holdfast.agent.devices.host.HostProbe;
import io.holdfast.agent.devices.host.OshiIdentity;
import io.holdfast.agent.devices.linux.bmc.BmcProbe;
import io.holdfast.agent.devices.linux.hwmon.HwmonProbe;
import io.holdfast.agent.devices.linux.memory.MemoryLimits;
import io.holdfast.agent.devices.linux.memory.MemoryProbe;
import io.holdfast.agent.devices.linux.net.EthtoolOffers;
import io.holdfast.agent.devices.linux.net.LinkOffers;
import io.holdfast.agent.devices.linux.net.NetProbe;
import io.holdfast.agent.devices.linux.net.NicLimits;
import io.holdfast.agent.devices.linux.pci.PciLimits;
import io.holdfast.agent.devices.linux.pci.PciProbe;
import io.holdfast.agent.devices.linux.power.PowerProbe;
import io.holdfast.agent.devices.linux.storage.StorageProbe;
import io.holdfast.core.component.HostId;
import io.holdfast.core.time.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The probes of this machine itself, each at the pace that suits what it looks at. */
public final class LinuxProbes {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private LinuxProbes() {}

    /**
     * All of them, new and with no memory of earlier looks.
     *
     * @param root {@code /}, or a folder with a recorded tree
     * @param nics which interfaces count as NICs
     */
    public static List<ScheduledProbe> all(
            HostId host,
            Path root,
            InstantSource clock,
            Ticker ticker,
            Commands commands,
            NetProbe.Counts nics) {
        SysTree tree = new SysTree(root);
        // Of a recorded tree OSHI and ethtool know nothing: they would tell of the machine that
        // replays it.
        boolean live = root.equals(Path.of("/"));
        HostIdentity identity = live ? new OshiIdentity() : Map::of;
        LinkOffers offers = live ? new EthtoolOffers() : LinkOffers.UNKNOWN;
        NetProbe net = new NetProbe(host, tree, offers, clock, ticker, NicLimits.USUAL, nics);
        return List.of(
                new ScheduledProbe(net, SOON, DEADLINE),
                new ScheduledProbe(
                        new StorageProbe(host, tree, clock, ticker, commands), SOON, DEADLINE),
                new ScheduledProbe(new HwmonProbe(host, tree, clock), NOW_AND_THEN, DEADLINE),
                new ScheduledProbe(new PowerProbe(host, tree, clock), SOON, DEADLINE),
                new ScheduledProbe(
                        new MemoryProbe(host, tree, clock, ticker, MemoryLimits.USUAL),
                        SELDOM,
                        DEADLINE),
                new ScheduledProbe(
                        new PciProbe(host, tree, clock, ticker, PciLimits.USUAL), SELDOM, DEADLINE),
                new ScheduledProbe(new BmcProbe(host, tree, clock), SELDOM, DEADLINE),
                new ScheduledProbe(
                        new HostProbe(host, tree, clock, identity), NOW_AND_THEN, DEADLINE));
    }
}
