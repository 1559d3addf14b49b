package io.holdfast.core.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How SNMPv3 messages are encrypted (RFC 3414, section 8; RFC 3826; draft-reeder-snmpv3-usm). */
public enum SnmpPriv {
    DES,
    AES_128,
    AES_192,
    AES_256;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in configuration and on the wire, such as {@code aes-128}. */
    public String word() {
        return word;
    }

    /** The way of this word, or empty where a newer peer knows one that we do not. */
    public static Optional<SnmpPriv> ofWord(String word) {
        return Arrays.stream(values()).filter(way -> way.word.equals(word)).findFirst();
    }
}
