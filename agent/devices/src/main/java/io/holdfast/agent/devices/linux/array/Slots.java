package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.disk.BlockDisk;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who stands for each slot of an md array in its group.
 *
 * <p>A slot whose device is in sync is that device's disk. A disk that was thrown out stands for an
 * empty slot while it serves nowhere else. Otherwise the slot stands for itself: absent where it is
 * empty, failed while it is being filled, because it carries no valid data until that is done.
 */
final class Slots {

    private final MdArray array;
    private final StorageDraft draft;
    private final Set<String> serving;

    Slots(MdArray array, StorageDraft draft, Set<String> serving) {
        this.array = array;
        this.draft = draft;
        this.serving = serving;
    }

    List<ComponentId> members() {
        List<ComponentId> members = new ArrayList<>();
        Iterator<MdMember> thrownOut =
                array.members().stream()
                        .filter(MdMember::faulty)
                        .filter(member -> !serving.contains(disk(member)))
                        .iterator();
        boolean[] working = array.working();
        for (int slot = 0; slot < array.slots(); slot++) {
            MdMember here = in(slot);
            if (working[slot] && here != null) {
                members.add(component(here));
            } else if (here != null && here.rebuilding()) {
                members.add(filling(slot, here));
            } else if (thrownOut.hasNext()) {
                members.add(component(thrownOut.next()));
            } else {
                members.add(empty(slot));
            }
        }
        return members;
    }

    private @Nullable MdMember in(int slot) {
        return array.members().stream()
                .filter(member -> member.slot().orElse(-1) == slot)
                .filter(member -> member.inSync() || member.rebuilding())
                .findFirst()
                .orElse(null);
    }

    private String disk(MdMember member) {
        return draft.blocks().diskOf(member.device()).map(BlockDisk::name).orElse(member.device());
    }

    private ComponentId component(MdMember member) {
        boolean isArray = member.device().startsWith("md");
        return draft.id(isArray ? Kind.ARRAY : Kind.DISK, disk(member));
    }

    private ComponentId filling(int slot, MdMember member) {
        ComponentId id = slotId(slot);
        Findings findings = new Findings();
        findings.add(
                Health.FAILED,
                array.evidence(
                        "dev-" + member.device() + "/state",
                        String.join(",", member.states()),
                        "being filled from the others, carries no valid data yet"));
        draft.report(id, Map.of("device", member.device()), findings, List.of());
        return id;
    }

    private ComponentId empty(int slot) {
        ComponentId id = slotId(slot);
        draft.add(
                id,
                Map.of(),
                new Observation.Absent(
                        id,
                        draft.at(),
                        array.evidence(
                                "degraded",
                                Integer.toString(array.degraded().orElse(0)),
                                "slot " + slot + " has no device")));
        return id;
    }

    private ComponentId slotId(int slot) {
        return draft.id(Kind.DISK, array.name() + "-slot" + slot);
    }
}
