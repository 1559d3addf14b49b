package io.holdfast.agent.devices.snmp.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hashes that sign SNMPv3 messages: RFC 3414 has the first two, RFC 7860 the others. */
public enum AuthProtocol {
    MD5("MD5", "MD5"),
    SHA_1("SHA-1", "SHA-1"),
    SHA_224("SHA-224", "SHA-224"),
    SHA_256("SHA-256", "SHA-256"),
    SHA_384("SHA-384", "SHA-384"),
    SHA_512("SHA-512", "SHA-512");

    private final String word;
    private final String digest;

    AuthProtocol(String word, String digest) {
        this.word = word;
        this.digest = digest;
    }

    /** The word that people write, such as {@code SHA-256}. */
    public String word() {
        return word;
    }

    /** The name of its hash among those of {@link java.security.MessageDigest}. */
    public String digest() {
        return digest;
    }

    /**
     * The protocol of this word, in whatever case and with or without its dash; {@code SHA} is
     * SHA-1.
     */
    public static Optional<AuthProtocol> ofWord(String text) {
        String plain = plain(text);
        if (plain.equals("SHA")) {
            return Optional.of(SHA_1);
        }
        return Arrays.stream(values()).filter(it -> plain(it.word).equals(plain)).findFirst();
    }

    /** All words, for a message. */
    public static String words() {
        return Arrays.stream(values()).map(AuthProtocol::word).collect(Collectors.joining(", "));
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
