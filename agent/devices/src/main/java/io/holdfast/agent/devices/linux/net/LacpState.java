package io.holdfast.agent.devices.linux.net;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of one end of an aggregated link, as its LACP data unit carries it.
 *
 * <p>IEEE 802.1AX-2020, 6.4.2.3 (Actor_State); 802.3ad in the kernel's words.
 *
 * @param bits the eight flags
 */
record LacpState(int bits) {

    /** One flag of the eight. */
    enum Flag {
        ACTIVITY(0x01, "activity"),
        TIMEOUT(0x02, "short timeout"),
        AGGREGATION(0x04, "aggregatable"),
        SYNCHRONIZATION(0x08, "in sync"),
        COLLECTING(0x10, "collecting"),
        DISTRIBUTING(0x20, "distributing"),
        DEFAULTED(0x40, "defaulted"),
        EXPIRED(0x80, "expired");

        private final int mask;
        private final String word;

        Flag(int mask, String word) {
            this.mask = mask;
            this.word = word;
        }
    }

    boolean has(Flag flag) {
        return (bits & flag.mask) != 0;
    }

    /** Whether frames go both ways through this end. */
    boolean carries() {
        return has(Flag.SYNCHRONIZATION) && has(Flag.COLLECTING) && has(Flag.DISTRIBUTING);
    }

    /** The flags that are set, in words. */
    String words() {
        List<String> words = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (has(flag)) {
                words.add(flag.word);
            }
        }
        return words.isEmpty() ? "no flag" : String.join(", ", words);
    }
}
