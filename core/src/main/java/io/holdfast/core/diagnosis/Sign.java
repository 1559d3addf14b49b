package io.holdfast.core.diagnosis;

import java.util.Locale;

/**
 * What a component shows, in the words that tell causes apart.
 *
 * <p>Hard signs are reports of trouble. {@link #HEALTHY} is a report too: it speaks against causes.
 * {@link #SILENT} is no report at all, and never evidence of broken hardware.
 */
public enum Sign {
    /** Does its work. */
    HEALTHY,
    /** Works, with something wrong that none of the other signs names. */
    DEGRADED,
    /** Reports wear, counted errors or a predicted end. */
    WEARING,
    /** Does not do its work, and says no more than that. */
    FAILED,
    /** Is gone from where it was listed. */
    ABSENT,
    /** Gets no power, or none that it can use. */
    INPUT_LOST,
    /** Was switched off, or set down, by someone. */
    SWITCHED_OFF,
    /** A UPS whose load hangs on its battery. */
    ON_BATTERY,
    /** A battery that is low, or a UPS about to stop. */
    LOW_BATTERY,
    /** A transfer switch, or a UPS on line, with one usable source less. */
    ONE_SOURCE,
    /** A NIC or port without a link. */
    LINK_DOWN,
    /** A link that is up and carries nothing for its bond. */
    NOT_DISTRIBUTING,
    /** A bond that counts links which carry nothing, or that watches none. */
    LYING,
    /** Hotter than its limit. */
    TOO_HOT,
    /** A group that works with members lost. */
    MEMBER_LOST,
    /** Nobody could say. */
    SILENT;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** The words for people, such as {@code input lost}. */
    public String word() {
        return word;
    }

    /** Whether it is a report of trouble. */
    public boolean hard() {
        return this != HEALTHY && this != SILENT;
    }

    /** Whether a component that shows it does not do its work. */
    public boolean lost() {
        return switch (this) {
            case FAILED, ABSENT, INPUT_LOST, SWITCHED_OFF, LINK_DOWN, NOT_DISTRIBUTING -> true;
            case HEALTHY,
                    DEGRADED,
                    WEARING,
                    ON_BATTERY,
                    LOW_BATTERY,
                    ONE_SOURCE,
                    LYING,
                    TOO_HOT,
                    MEMBER_LOST,
                    SILENT ->
                    false;
        };
    }
}
