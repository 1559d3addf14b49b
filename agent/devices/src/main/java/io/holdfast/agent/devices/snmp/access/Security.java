package io.holdfast.agent.devices.snmp.access;

/** How the messages of a user are protected: the three levels of RFC 3411, section 3.4.3. */
public sealed interface Security {

    /** The fewest bytes of a pass-phrase (RFC 3414, section 11.2). */
    int SHORTEST_PASSPHRASE_BYTES = 8;

    /** Neither signed nor encrypted. */
    record NoAuthNoPriv() implements Security {}

    /**
     * Signed, so that both sides know the other, but readable by everybody.
     *
     * @param protocol the hash
     * @param passphrase the pass-phrase that the key is made from
     */
    record AuthNoPriv(AuthProtocol protocol, Secret passphrase) implements Security {
        public AuthNoPriv {
            requireLong("authentication", passphrase);
        }
    }

    /**
     * Signed and encrypted.
     *
     * @param protocol the hash
     * @param passphrase the pass-phrase of the hash
     * @param privacy the cipher
     * @param privacyPassphrase the pass-phrase of the cipher
     */
    record AuthPriv(
            AuthProtocol protocol,
            Secret passphrase,
            PrivProtocol privacy,
            Secret privacyPassphrase)
            implements Security {
        public AuthPriv {
            requireLong("authentication", passphrase);
            requireLong("privacy", privacyPassphrase);
        }
    }

    /** The word for this level as RFC 3411 has it, such as {@code authPriv}. */
    default String level() {
        return switch (this) {
            case NoAuthNoPriv none -> "noAuthNoPriv";
            case AuthNoPriv auth -> "authNoPriv";
            case AuthPriv priv -> "authPriv";
        };
    }

    private static void requireLong(String what, Secret passphrase) {
        if (passphrase.length() < SHORTEST_PASSPHRASE_BYTES) {
            throw new IllegalArgumentException(
                    "expected an "
                            + what
                            + " pass-phrase of at least "
                            + SHORTEST_PASSPHRASE_BYTES
                            + " bytes (RFC 3414, 11.2), found "
                            + passphrase.length());
        }
    }
}
