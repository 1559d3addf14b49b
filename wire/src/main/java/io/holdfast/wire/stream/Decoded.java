package io.holdfast.wire.stream;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What came of reading a message: decoding never throws.
 *
 * @param <T> what was hoped for
 */
public sealed interface Decoded<T> {

    /**
     * The message, less what had to be left out of it.
     *
     * @param misread how often something was left out or taken as unknown, by reason
     */
    record Understood<T>(T message, Map<Misread, Integer> misread) implements Decoded<T> {
        public Understood {
            Map<Misread, Integer> copy = new EnumMap<>(Misread.class);
            copy.putAll(misread);
            misread = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * Nothing of the message can be used.
     *
     * @param detail for the log; never longer than {@link WireLimits#LONGEST_TEXT}
     */
    record NotUnderstood<T>(Misread reason, String detail) implements Decoded<T> {}
}
