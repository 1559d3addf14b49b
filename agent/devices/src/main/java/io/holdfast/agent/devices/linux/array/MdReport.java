package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.disk.BlockDisk;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Writes md arrays into the draft: each array, the group of its slots, and what it says of its
 * disks.
 *
 * <p>The kernel's {@code degraded} counts; {@code array_state} says clean or active whatever is
 * lost.
 */
public final class MdReport {

    private final StorageDraft draft;
    private final Set<String> serving = new HashSet<>();

    private MdReport(StorageDraft draft) {
        this.draft = draft;
    }

    /** Reads the arrays and writes them. */
    public static void write(SysTree tree, StorageDraft draft) {
        write(MdFiles.read(tree).values(), draft);
    }

    static void write(Collection<MdArray> arrays, StorageDraft draft) {
        MdReport report = new MdReport(draft);
        for (MdArray array : arrays) {
            array.members().stream()
                    .filter(MdMember::inSync)
                    .forEach(member -> report.serving.add(report.diskOf(member)));
        }
        arrays.forEach(report::array);
    }

    private String diskOf(MdMember member) {
        return draft.blocks().diskOf(member.device()).map(BlockDisk::name).orElse(member.device());
    }

    private void array(MdArray array) {
        array.members().forEach(member -> member(array, member));
        if (array.level().equals(MdArray.CONTAINER)) {
            return;
        }
        OptionalInt losses = Losses.guaranteed(array.level(), array.layout(), array.working());
        ComponentId id = draft.id(Kind.ARRAY, array.name());
        Findings findings = judge(array, losses);
        draft.report(
                id,
                Map.of("level", array.level().isEmpty() ? "unknown" : array.level()),
                findings,
                readings(array));
        if (array.slots() > 0 && losses.isPresent()) {
            List<ComponentId> members = new Slots(array, draft, serving).members();
            int needed = Math.max(1, array.workingSlots() - losses.getAsInt());
            draft.group(
                    array.name(), Kind.DISK, members, needed, Optional.of(id), published(array));
        }
    }

    /** What the array says of a disk. */
    private void member(MdArray array, MdMember member) {
        String disk = diskOf(member);
        draft.cover(disk);
        String file = "dev-" + member.device() + "/state";
        String states = String.join(",", member.states().stream().sorted().toList());
        if (member.faulty()) {
            boolean servesElsewhere = serving.contains(disk);
            Evidence evidence =
                    array.evidence(file, states, array.name() + " has thrown it out as faulty");
            draft.claim(disk, servesElsewhere ? Health.DEGRADED : Health.FAILED, evidence);
        } else if (!member.trouble().isEmpty()) {
            draft.claim(
                    disk,
                    Health.DEGRADED,
                    array.evidence(file, states, member.trouble() + " in " + array.name()));
        } else if (member.inSync()) {
            draft.claim(
                    disk, Health.OK, array.evidence(file, states, "in sync in " + array.name()));
        }
        if (draft.blocks().diskOf(member.device()).isEmpty()) {
            standIn(array, member, states);
        }
    }

    /** A member that is no disk of its own, such as a loop device or another array. */
    private void standIn(MdArray array, MdMember member, String states) {
        Findings findings = new Findings();
        findings.add(
                member.faulty() ? Health.FAILED : Health.OK,
                array.evidence("dev-" + member.device() + "/state", states, "member of an array"));
        if (!member.device().startsWith("md")) {
            draft.report(draft.id(Kind.DISK, member.device()), Map.of(), findings, List.of());
        }
    }

    private static Findings judge(MdArray array, OptionalInt losses) {
        Findings findings = new Findings();
        int degraded = array.degraded().orElse(0);
        if (array.stopped() || array.broken()) {
            findings.add(
                    Health.FAILED,
                    array.evidence("array_state", array.state(), "the array does not run"));
        } else if (losses.orElse(0) < 0) {
            findings.add(
                    Health.FAILED,
                    array.evidence(
                            "degraded",
                            Integer.toString(degraded),
                            "more devices are lost than " + array.level() + " survives"));
        } else if (degraded > 0) {
            findings.add(
                    Health.DEGRADED,
                    array.evidence(
                            "degraded",
                            Integer.toString(degraded),
                            degraded + " of " + array.slots() + " slots without valid data"));
        } else {
            findings.add(
                    Health.OK,
                    array.evidence(
                            array.degraded().isPresent() ? "degraded" : "array_state",
                            array.degraded().isPresent() ? "0" : array.state(),
                            "every slot carries valid data"));
        }
        if (!array.action().equals("idle") && degraded > 0) {
            findings.add(
                    Health.DEGRADED,
                    array.evidence("sync_action", array.action(), "what the array does about it"));
        }
        return findings;
    }

    private static List<Reading> readings(MdArray array) {
        List<Reading> readings = new ArrayList<>();
        array.degraded().ifPresent(n -> readings.add(Reading.of("degraded_slots", n, Unit.COUNT)));
        long spares = array.members().stream().filter(MdMember::hotSpare).count();
        if (!array.stopped()) {
            readings.add(Reading.of("hot_spares", (double) spares, Unit.COUNT));
        }
        array.progressPercent()
                .ifPresent(
                        p -> readings.add(new Reading("progress", p, Unit.PERCENT, Limits.NONE)));
        return readings;
    }

    /** What the kernel's own count says, where the level gives it one meaning. */
    private static Optional<Published> published(MdArray array) {
        int tolerated =
                switch (array.level()) {
                    case "raid1" -> array.slots() - 1;
                    case "raid4", "raid5" -> 1;
                    case "raid6" -> 2;
                    default -> 0;
                };
        if (array.degraded().isEmpty() || tolerated < 1) {
            return Optional.empty();
        }
        int left = tolerated - array.degraded().getAsInt();
        Redundancy state =
                left == tolerated
                        ? Redundancy.FULL
                        : left > 0
                                ? Redundancy.DEGRADED
                                : left == 0 ? Redundancy.NONE : Redundancy.INSUFFICIENT;
        String count = Integer.toString(array.degraded().getAsInt());
        return Optional.of(new Published(state, array.evidence("degraded", count, "")));
    }
}
