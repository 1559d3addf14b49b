package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.linux.CounterRates;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Looks at the NICs and bonds of this machine.
 *
 * <p>When a link changes, {@link #glance} tells what became of it at once. Remembers counters
 * between looks: one look at a time, from whichever thread.
 */
public final class NetProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "linux.net";

    /** A link that changes all the time must not keep its counters from being read. */
    static final Duration OLDEST_LOOK = Duration.ofSeconds(30);

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;
    private final Ticker ticker;
    private final NicJudge judge;
    private final NetMemory memory;
    private final NetReader reader;
    private long lookedNanos;

    /** Which interfaces count as NICs. */
    public enum Counts {
        /** Those with hardware behind them. */
        HARDWARE,
        /** Any plain Ethernet interface too, such as the leg of a veth in a namespace. */
        VIRTUAL_ETHERNET
    }

    /**
     * @param offers tells of negotiations, which no file does
     */
    public NetProbe(
            HostId host,
            SysTree tree,
            LinkOffers offers,
            InstantSource clock,
            Ticker ticker,
            NicLimits limits,
            Counts counts) {
        this.host = host;
        this.tree = tree;
        this.clock = clock;
        this.ticker = ticker;
        this.judge = new NicJudge(limits);
        this.memory = new NetMemory(new CounterRates(limits.window()));
        this.reader = new NetReader(tree, offers, counts == Counts.VIRTUAL_ETHERNET);
    }

    /** A probe of files alone, for a tree that is not that of the machine we run on. */
    public NetProbe(
            HostId host,
            SysTree tree,
            InstantSource clock,
            Ticker ticker,
            NicLimits limits,
            Counts counts) {
        this(host, tree, LinkOffers.UNKNOWN, clock, ticker, limits, counts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        if (!tree.exists(NetDeviceFiles.NET) && !tree.exists(BondFiles.PROC)) {
            String missing = NetDeviceFiles.NET + " does not exist";
            return Survey.blind(
                    NAME,
                    clock.instant(),
                    new Unseen(
                            "network interfaces",
                            new Silence(
                                    Silence.Cause.NOT_OFFERED, missing, "mount sysfs at /sys")));
        }
        lookedNanos = ticker.nanos();
        return survey(reader.look());
    }

    /**
     * Looks at what a link event can have changed, in a third of the time: links and bonds anew,
     * traffic and use as they were at the last look, unless that was long ago.
     */
    @Override
    public synchronized Survey glance() throws InterruptedException {
        boolean stale = ticker.nanos() - lookedNanos > OLDEST_LOOK.toNanos();
        return stale ? look() : survey(reader.glance());
    }

    private Survey survey(NetFacts facts) {
        return NetSurvey.of(
                host, clock.instant(), judge, memory.join(facts, ticker.nanos()), facts);
    }
}
