package io.holdfast.agent.devices.serial.link;

import java.time.Duration;

/**
 * The times of a link.
 *
 * @param beat how often it says that it is there when it has nothing to say
 * @param quiet after how long without a frame that counts it is down; at least three beats
 */
public record LinkTimes(Duration beat, Duration quiet) {

    /** What suits a line of 9600 bit/s or faster. */
    public static final LinkTimes USUAL =
            new LinkTimes(Duration.ofMillis(250), Duration.ofSeconds(1));

    public LinkTimes {
        if (!beat.isPositive() || quiet.compareTo(beat.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException(
                    "expected a beat above 0 and quiet of at least three beats, found "
                            + beat
                            + " and "
                            + quiet);
        }
    }
}
