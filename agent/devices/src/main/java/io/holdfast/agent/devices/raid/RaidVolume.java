package io.holdfast.agent.devices.raid;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.Redundancy;
import java.util.List;
import java.util.Optional;

/**
 * A volume that a controller makes of its drives.
 *
 * @param part what is said of it
 * @param level such as {@code RAID5}
 * @param device the kernel's name of it, such as {@code sda}, where the program knows
 * @param sets the sets of drives that all must stand
 * @param published the redundancy that the controller's word for its state means
 */
public record RaidVolume(
        Judged part,
        String level,
        Optional<String> device,
        List<RaidSet> sets,
        Optional<Redundancy> published) {

    public RaidVolume {
        sets = List.copyOf(sets);
    }

    /** The controller's word for its state, as evidence. */
    public Evidence state() {
        return part.evidence().getFirst();
    }
}
