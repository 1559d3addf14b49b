package io.holdfast.agent.devices.linux.storage;

import io.holdfast.agent.devices.linux.disk.BlockDisk;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.agent.devices.smart.SmartAnswer;
import io.holdfast.agent.devices.smart.SmartTarget;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes into the draft what disks say of their own health, and which of them say nothing. */
final class SmartReport {

    private final StorageDraft draft;
    private final Map<Silence, List<String>> silent = new LinkedHashMap<>();
    private final Map<String, SmartTarget> behind = new TreeMap<>();

    SmartReport(StorageDraft draft) {
        this.draft = draft;
    }

    /** The disks that can be asked directly. */
    static List<SmartTarget> targets(Iterable<BlockDisk> disks) {
        List<SmartTarget> targets = new ArrayList<>();
        for (BlockDisk disk : disks) {
            if (askable(disk)) {
                targets.add(target(disk));
            }
        }
        return targets.stream().distinct().toList();
    }

    static SmartTarget target(BlockDisk disk) {
        return new SmartTarget(disk.device(), "");
    }

    private static boolean askable(BlockDisk disk) {
        String transport = disk.identity().getOrDefault("transport", "");
        return !disk.logical() && !transport.equals("virtio") && !transport.equals("mmc");
    }

    /** Writes what is known of all disks. */
    void write(SmartBook book) {
        draft.blocks().disks().values().forEach(disk -> write(disk, book));
        for (SmartTarget target : book.behindControllers()) {
            book.state(target).ifPresent(state -> behindController(target, state));
        }
    }

    /**
     * A disk behind a controller. Its claims are kept under its serial number, where the
     * controller's own report of the drive finds them; a disk that the kernel lists as well is
     * asked directly.
     */
    private void behindController(SmartTarget target, SmartState state) {
        Optional<String> serial =
                state.verdict().flatMap(v -> Optional.ofNullable(v.identity().get("serial")));
        boolean listed =
                draft.blocks().disks().values().stream()
                        .anyMatch(
                                disk -> disk.serial().isPresent() && disk.serial().equals(serial));
        if (serial.isPresent() && !listed) {
            write(serial.get(), state);
            behind.put(serial.get(), target);
        } else if (serial.isEmpty()) {
            state.silence().ifPresent(why -> keepSilent(target.toString(), why));
        }
    }

    private void write(BlockDisk disk, SmartBook book) {
        if (disk.logical()) {
            return;
        }
        if (!askable(disk)) {
            keepSilent(
                    disk.name(),
                    new Silence(
                            Silence.Cause.NOT_OFFERED,
                            disk.identity().getOrDefault("transport", "") + " offers no SMART",
                            "watch the disks of the machine that provides it"));
            return;
        }
        book.state(target(disk))
                .ifPresentOrElse(
                        state -> write(disk.name(), state),
                        () ->
                                keepSilent(
                                        disk.name(),
                                        Silence.of(
                                                Silence.Cause.TIMED_OUT,
                                                "smartctl has not answered yet")));
    }

    private void write(String disk, SmartState state) {
        state.verdict()
                .ifPresent(
                        verdict -> {
                            draft.measure(disk, verdict.identity(), verdict.readings());
                            claim(disk, verdict, state.at().orElse(draft.at()));
                        });
        state.silence().ifPresent(silence -> keepSilent(disk, silence));
    }

    private void claim(String disk, SmartAnswer.Verdict verdict, Instant at) {
        String when = " (asked " + at.truncatedTo(ChronoUnit.SECONDS) + ")";
        boolean worst = true;
        for (Evidence said : verdict.evidence()) {
            // The verdict's health belongs to its first, worst piece of evidence; the others
            // only have to be no worse.
            Health health = worst ? verdict.health() : milder(verdict.health());
            worst = false;
            draft.claim(
                    disk,
                    health,
                    new Evidence(said.source(), said.key(), said.value(), said.label() + when));
        }
    }

    /** Writes the disks behind controllers that no program of a controller has named. */
    void writeUnnamed() {
        behind.forEach(
                (serial, target) -> {
                    if (!draft.hasSerial(serial)) {
                        String name =
                                target.device().replaceFirst("^/dev/", "") + "-" + target.type();
                        draft.report(
                                draft.id(Kind.DISK, name),
                                draft.identityOf(serial),
                                draft.claimsOn(serial),
                                draft.readingsOf(serial));
                    }
                });
    }

    private static Health milder(Health health) {
        return health == Health.FAILED ? Health.DEGRADED : health;
    }

    private void keepSilent(String disk, Silence silence) {
        silent.computeIfAbsent(silence, s -> new ArrayList<>()).add(disk);
    }

    /** Writes who said nothing: one line for each reason. */
    void writeSilent() {
        silent.forEach(
                (silence, disks) ->
                        draft.unseen(
                                new Unseen(
                                        "disk health (SMART) of " + String.join(", ", disks),
                                        silence)));
    }
}
