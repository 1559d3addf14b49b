package io.holdfast.agent.devices.linux.storage;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.array.MdReport;
import io.holdfast.agent.devices.linux.array.OtherSets;
import io.holdfast.agent.devices.linux.disk.BlockDevices;
import io.holdfast.agent.devices.linux.disk.DiskReport;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Looks at the disks of this machine and at what covers them.
 *
 * <p>The kernel's files are read in each look. Programs are asked on threads of their own, each at
 * its own pace, and the look takes what they last said: none of them delays what the kernel knows.
 * Only the first look waits a moment, so that the first report is whole.
 */
public final class StorageProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "linux.storage";

    /** How long the first look waits for programs. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(4);

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;
    private final Ticker ticker;
    private final SmartBook smart;
    private final ArrayBook arrays;
    private boolean waited;

    public StorageProbe(
            HostId host, SysTree tree, InstantSource clock, Ticker ticker, Commands commands) {
        this.host = host;
        this.tree = tree;
        this.clock = clock;
        this.ticker = ticker;
        this.smart = new SmartBook(commands, clock, ticker);
        this.arrays = new ArrayBook(tree, new Programs(commands, clock, ticker));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        if (!tree.exists(BlockDevices.BLOCK)) {
            return Survey.blind(
                    NAME,
                    clock.instant(),
                    new Unseen(
                            "disks",
                            new Silence(
                                    Silence.Cause.NOT_OFFERED,
                                    BlockDevices.BLOCK + " does not exist",
                                    "mount sysfs at /sys")));
        }
        BlockDevices before = BlockDevices.read(tree);
        arrays.refresh();
        smart.refresh(before);
        if (!waited) {
            waited = true;
            long start = ticker.nanos();
            arrays.awaitFirst(FIRST_WAIT);
            smart.awaitFirst(FIRST_WAIT.minusNanos(ticker.nanos() - start));
            // What the kernel knows must not be as old as the slowest program.
            before = BlockDevices.read(tree);
        }
        return survey(before);
    }

    private Survey survey(BlockDevices blocks) {
        StorageDraft draft = new StorageDraft(host, clock.instant(), blocks);
        MdReport.write(tree, draft);
        OtherSets.write(tree, draft);
        SmartReport report = new SmartReport(draft);
        report.write(smart);
        arrays.write(draft);
        report.writeUnnamed();
        report.writeSilent();
        DiskReport.write(draft);
        return draft.survey(NAME);
    }
}
