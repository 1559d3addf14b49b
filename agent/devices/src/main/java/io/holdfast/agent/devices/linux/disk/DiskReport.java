package io.holdfast.agent.devices.linux.disk;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the disks that the kernel lists into the draft, after all others have said what they know
 * of them. A disk in use that no other covers is a group of one: a single point of failure by
 * design.
 */
public final class DiskReport {

    /** States in which a disk answers nothing more (kernel: scsi_sysfs.c, nvme/host/sysfs.c). */
    private static final Set<String> GONE =
            Set.of("offline", "transport-offline", "dead", "deleted", "deleting");

    private static final Set<String> WELL = Set.of("running", "live", "created", "created-block");

    private DiskReport() {}

    /** Writes all disks. */
    public static void write(StorageDraft draft) {
        for (BlockDisk disk : draft.blocks().disks().values()) {
            if (!draft.isHidden(disk.name())) {
                write(disk, draft);
            }
        }
    }

    private static void write(BlockDisk disk, StorageDraft draft) {
        ComponentId id = draft.id(Kind.DISK, disk.name());
        Findings findings = new Findings();
        disk.state().ifPresent(state -> judge(state, findings));
        findings.addAll(draft.claimsOn(disk.name()));
        if (findings.evidence().isEmpty()) {
            findings.add(
                    Health.OK,
                    Evidence.ofFile(
                            BlockDevices.BLOCK,
                            disk.name(),
                            "the kernel lists it; nothing tells of its health"));
        }
        Map<String, String> identity = new HashMap<>(draft.identityOf(disk.name()));
        identity.putAll(disk.identity());
        draft.report(id, identity, findings, draft.readingsOf(disk.name()));
        if (disk.use().isPresent() && !draft.isCovered(disk.name())) {
            draft.group(
                    "storage:" + disk.name(),
                    Kind.DISK,
                    List.of(id),
                    1,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static void judge(SysRead.Text state, Findings findings) {
        if (GONE.contains(state.text())) {
            findings.add(Health.FAILED, state.evidence("the disk answers no more"));
        } else if (WELL.contains(state.text())) {
            findings.add(Health.OK, state.evidence("the disk answers"));
        } else {
            findings.add(
                    Health.DEGRADED, state.evidence("the disk is being recovered or held back"));
        }
    }
}
