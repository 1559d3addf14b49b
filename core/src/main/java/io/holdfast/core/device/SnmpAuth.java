package io.holdfast.core.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How SNMPv3 messages are authenticated (RFC 3414, section 6; RFC 7860). */
public enum SnmpAuth {
    MD5,
    SHA_1,
    SHA_224,
    SHA_256,
    SHA_384,
    SHA_512;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in configuration and on the wire, such as {@code sha-256}. */
    public String word() {
        return word;
    }

    /** The way of this word, or empty where a newer peer knows one that we do not. */
    public static Optional<SnmpAuth> ofWord(String word) {
        return Arrays.stream(values()).filter(way -> way.word.equals(word)).findFirst();
    }
}
