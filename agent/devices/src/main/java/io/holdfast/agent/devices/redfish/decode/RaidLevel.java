package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import java.util.Optional;

/** How many drives of a volume may fail, by its {@code RAIDType} (DSP0268, Volume). */
final class RaidLevel {

    private RaidLevel() {}

    /** The volume's level; empty where it is none, or not told. */
    static Optional<String> word(Json volume) {
        return volume.at("RAIDType").text().or(() -> old(volume.at("VolumeType").textOrEmpty()));
    }

    /** What VolumeType said before there was RAIDType. */
    private static Optional<String> old(String type) {
        return switch (type) {
            case "NonRedundant" -> Optional.of("RAID0");
            case "Mirrored" -> Optional.of("RAID1");
            case "StripedWithParity" -> Optional.of("RAID5");
            case "SpannedMirrors" -> Optional.of("RAID10");
            case "SpannedStripesWithParity" -> Optional.of("RAID50");
            default -> Optional.empty();
        };
    }

    /** How many of so many drives may fail for certain; none for a level that is not known here. */
    static int tolerated(String level, int drives) {
        return switch (level) {
            case "RAID1" -> Math.max(0, drives - 1);
            case "RAID10", "RAID01", "RAID1E", "RAID5", "RAID4", "RAID3", "RAID50", "RAID00" ->
                    level.equals("RAID00") ? 0 : 1;
            case "RAID6", "RAID60", "RAID1Triple", "RAID10Triple" -> 2;
            case "RAID6TP" -> 3;
            default -> 0;
        };
    }
}
