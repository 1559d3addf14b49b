package io.holdfast.agent.devices.raid;

import java.util.List;

/**
 * Drives of a volume that cover one another: the whole of it, or one span of a nested level.
 *
 * @param places its places, full or empty
 * @param tolerated how many of them may fail
 */
public record RaidSet(List<Place> places, int tolerated) {

    /**
     * One place.
     *
     * @param drive the drive's name; empty where there is none
     * @param state the controller's word for it
     * @param works whether it carries valid data
     * @param filling whether it is being filled
     */
    public record Place(String drive, String state, boolean works, boolean filling) {}

    public RaidSet {
        places = List.copyOf(places);
    }

    /** How many more of its places may be lost for certain; below 0 where it has failed. */
    public int guaranteed() {
        long working = places.stream().filter(Place::works).count();
        return (int) working - (places.size() - tolerated);
    }

    /**
     * How many of so many places may fail.
     *
     * @param level {@code 0}, {@code 1}, {@code 5}, {@code 6}, or for a nested level the inner one
     */
    public static int tolerated(String level, int places) {
        return switch (level) {
            case "1", "1ADM" -> Math.max(0, places - 1);
            case "5" -> 1;
            case "6" -> 2;
            default -> 0;
        };
    }
}
