package io.holdfast.agent.devices.linux.array;

import java.util.OptionalInt;

/** How many more members an array is sure to survive the loss of. */
final class Losses {

    private Losses() {}

    /**
     * The number of further losses that an md array survives whichever members they hit; below 0
     * where it has already lost too many, empty for a level that is not known.
     *
     * @param working for each slot, whether it carries valid data
     */
    static OptionalInt guaranteed(String level, int layout, boolean[] working) {
        int works = 0;
        for (boolean slot : working) {
            works += slot ? 1 : 0;
        }
        int slots = working.length;
        return switch (level) {
            case "raid1" -> OptionalInt.of(works - 1);
            case "raid4", "raid5" -> OptionalInt.of(works - (slots - 1));
            case "raid6" -> OptionalInt.of(works - (slots - 2));
            case "raid10" -> OptionalInt.of(raid10(layout, working));
            case "raid0", "linear" -> OptionalInt.of(works == slots ? 0 : -1);
            default -> OptionalInt.empty();
        };
    }

    /**
     * Copies lie on neighbouring slots: near copies in blocks that do not overlap where the slots
     * divide evenly, far and offset copies one slot further each. The weakest neighbourhood counts;
     * kernel: drivers/md/raid10.c, {@code _enough()}.
     */
    private static int raid10(int layout, boolean[] working) {
        int near = Math.max(1, layout & 0xff);
        int far = Math.max(1, layout >> 8 & 0xff);
        int copies = Math.min(near * far, working.length);
        int weakest = copies;
        int first = 0;
        for (int seen = 0; seen < working.length; seen++) {
            int alive = 0;
            for (int i = 0; i < copies; i++) {
                alive += working[(first + i) % working.length] ? 1 : 0;
            }
            weakest = Math.min(weakest, alive);
            first = (first + near) % working.length;
            if (first == 0) {
                break;
            }
        }
        return weakest - 1;
    }
}
