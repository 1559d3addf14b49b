package io.holdfast.agent.devices.ipmi.rmcp;

import java.util.Optional;

/** The cipher suites that we speak (IPMI 2.0, table 22-20 and errata 4, table 22-19). */
public enum CipherSuite {
    /** RAKP-HMAC-SHA1, HMAC-SHA1-96, AES-CBC-128. */
    SUITE_3(3, 1, 1, "HmacSHA1", 20, 12, 12),
    /** RAKP-HMAC-SHA256, HMAC-SHA256-128, AES-CBC-128. */
    SUITE_17(17, 3, 4, "HmacSHA256", 32, 16, 16);

    /** AES-CBC-128, in both. */
    static final int CONFIDENTIALITY = 1;

    private final int number;
    private final int authentication;
    private final int integrity;
    private final String mac;
    private final int macBytes;
    private final int checkBytes;
    private final int trailerBytes;

    CipherSuite(
            int number,
            int authentication,
            int integrity,
            String mac,
            int macBytes,
            int checkBytes,
            int trailerBytes) {
        this.number = number;
        this.authentication = authentication;
        this.integrity = integrity;
        this.mac = mac;
        this.macBytes = macBytes;
        this.checkBytes = checkBytes;
        this.trailerBytes = trailerBytes;
    }

    /** The suite of this number, if we speak it. */
    public static Optional<CipherSuite> of(int number) {
        for (CipherSuite suite : values()) {
            if (suite.number == number) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    public int number() {
        return number;
    }

    int authentication() {
        return authentication;
    }

    int integrity() {
        return integrity;
    }

    String mac() {
        return mac;
    }

    /** Length of a key exchange code. */
    int macBytes() {
        return macBytes;
    }

    /** Length of the integrity check value of RAKP message 4. */
    int checkBytes() {
        return checkBytes;
    }

    /** Length of the authentication code at the end of a packet. */
    int trailerBytes() {
        return trailerBytes;
    }
}
