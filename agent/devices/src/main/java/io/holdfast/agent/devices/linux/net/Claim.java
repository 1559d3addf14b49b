package io.holdfast.agent.devices.linux.net;

import io.holdfast.core.observation.Evidence;
import java.util.OptionalInt;

/**
 * A value and where it was read.
 *
 * @param text the value
 * @param source the file
 * @param key the field in that file; empty where the file holds nothing else
 */
record Claim(String text, String source, String key) {

    /** This as evidence for a judgement. */
    Evidence evidence(String label) {
        return new Evidence(source, key, text, label);
    }

    /** The value as a decimal number that is not negative, or empty where it is none. */
    OptionalInt number() {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= 0 ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
