package io.holdfast.agent.devices.raid;

import java.util.List;

/**
 * A RAID controller.
 *
 * @param part what is said of itself
 * @param batteries what keeps its cache
 * @param drives its drives
 * @param volumes what it makes of them
 */
public record RaidController(
        Judged part, List<Judged> batteries, List<Judged> drives, List<RaidVolume> volumes) {

    public RaidController {
        batteries = List.copyOf(batteries);
        drives = List.copyOf(drives);
        volumes = List.copyOf(volumes);
    }
}
