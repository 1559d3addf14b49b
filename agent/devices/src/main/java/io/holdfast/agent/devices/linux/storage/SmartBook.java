package io.holdfast.agent.devices.linux.storage;

import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.command.Outcome;
import io.holdfast.agent.devices.linux.disk.BlockDevices;
import io.holdfast.agent.devices.linux.disk.BlockDisk;
import io.holdfast.agent.devices.smart.SmartAnswer;
import io.holdfast.agent.devices.smart.SmartScan;
import io.holdfast.agent.devices.smart.SmartTarget;
import io.holdfast.agent.devices.smart.SmartctlDecoder;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/** What each disk last said of its own health, asked of smartctl every half hour. */
final class SmartBook {

    /** How often a disk is asked. */
    static final Duration INTERVAL = Duration.ofMinutes(30);

    /** More disks than this are not asked. */
    static final int MOST_DISKS = 1024;

    /** How many disks are asked at the same time. */
    private static final int MOST_AT_ONCE = 4;

    private static final String REMEDY = "install smartmontools";

    private final Commands commands;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final Map<SmartTarget, Kept<SmartState>> entries = new TreeMap<>();
    private final Kept<List<SmartTarget>> scan;

    SmartBook(Commands commands, InstantSource clock, Ticker ticker) {
        this.commands = commands;
        this.clock = clock;
        this.ticker = ticker;
        this.scan = new Kept<>(clock, ticker, INTERVAL, before -> scan());
    }

    /** Asks the disks that are due and forgets those that are gone. */
    void refresh(BlockDevices blocks) {
        if (blocks.disks().values().stream().anyMatch(BlockDisk::logical)) {
            scan.refreshIfDue();
        }
        List<SmartTarget> targets = new ArrayList<>(SmartReport.targets(blocks.disks().values()));
        targets.addAll(behindControllers());
        entries.keySet().retainAll(targets);
        targets.stream()
                .limit(MOST_DISKS)
                .forEach(target -> entries.computeIfAbsent(target, this::entry).refreshIfDue());
    }

    /** The disks that only smartctl finds, behind RAID controllers. */
    List<SmartTarget> behindControllers() {
        return scan.latest().map(Kept.Known::value).orElse(List.of());
    }

    /** Waits for the first answers. */
    void awaitFirst(Duration most) throws InterruptedException {
        long start = ticker.nanos();
        for (Kept<SmartState> entry : entries.values()) {
            entry.awaitFirst(most.minusNanos(ticker.nanos() - start));
        }
    }

    /** What is known of a disk. */
    Optional<SmartState> state(SmartTarget target) {
        return Optional.ofNullable(entries.get(target))
                .flatMap(Kept::latest)
                .map(Kept.Known::value);
    }

    private Kept<SmartState> entry(SmartTarget target) {
        return new Kept<>(clock, ticker, INTERVAL, before -> ask(target, before));
    }

    private SmartState ask(SmartTarget target, Optional<SmartState> before)
            throws InterruptedException {
        turns.acquire();
        try {
            Outcome outcome = commands.run(target.ask());
            Instant at = clock.instant();
            return SmartState.after(before, answer(target, outcome), at);
        } finally {
            turns.release();
        }
    }

    private static SmartAnswer answer(SmartTarget target, Outcome outcome) {
        return outcome instanceof Outcome.Finished(int exitCode, String out, String _)
                ? SmartctlDecoder.decode(target.ask().line(), exitCode, out)
                : new SmartAnswer.Mute(outcome.silence(REMEDY));
    }

    private List<SmartTarget> scan() throws InterruptedException {
        return commands.run(SmartScan.ask())
                        instanceof Outcome.Finished(int _, String out, String _)
                ? SmartScan.decode(out).stream().filter(SmartTarget::behindController).toList()
                : List.of();
    }
}
