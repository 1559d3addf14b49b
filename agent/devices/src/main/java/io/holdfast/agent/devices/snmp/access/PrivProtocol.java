package io.holdfast.agent.devices.snmp.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ciphers of SNMPv3 messages: DES of RFC 3414, AES-128 of RFC 3826; AES-192 and AES-256 with
 * the key extension of draft-blumenthal-aes-usm-04, and those with a C with the one of
 * draft-reeder-snmpv3-usm-3desede-00, as Cisco's devices have it.
 */
public enum PrivProtocol {
    DES("DES"),
    AES_128("AES-128"),
    AES_192("AES-192"),
    AES_256("AES-256"),
    AES_192_C("AES-192-C"),
    AES_256_C("AES-256-C");

    private final String word;

    PrivProtocol(String word) {
        this.word = word;
    }

    /** The word that people write, such as {@code AES-128}. */
    public String word() {
        return word;
    }

    /**
     * The protocol of this word, in whatever case and with or without its dashes; {@code AES} is
     * AES-128.
     */
    public static Optional<PrivProtocol> ofWord(String text) {
        String plain = plain(text);
        if (plain.equals("AES")) {
            return Optional.of(AES_128);
        }
        return Arrays.stream(values()).filter(it -> plain(it.word).equals(plain)).findFirst();
    }

    /** All words, for a message. */
    public static String words() {
        return Arrays.stream(values()).map(PrivProtocol::word).collect(Collectors.joining(", "));
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
