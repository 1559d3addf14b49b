package io.holdfast.agent.devices.snmp.access;

/** Who we are to an SNMP agent. */
public sealed interface Login {

    /** The longest community or context name that we send, in bytes. */
    int LONGEST_NAME_BYTES = 255;

    /** The versions that know communities only (RFC 1157 and RFC 1901). */
    enum Version {
        V1,
        V2C
    }

    /**
     * A community, sent in clear text.
     *
     * @param version which protocol to speak
     * @param community the community's name
     */
    record Community(Version version, Secret community) implements Login {
        public Community {
            if (community.length() == 0 || community.length() > LONGEST_NAME_BYTES) {
                throw new IllegalArgumentException(
                        "expected a community of 1 to "
                                + LONGEST_NAME_BYTES
                                + " bytes, found "
                                + community.length());
            }
        }
    }

    /**
     * A user of SNMPv3 (RFC 3414).
     *
     * @param name the user's name, 1 to 32 bytes
     * @param security how messages are protected
     * @param context the context name; mostly empty
     */
    record User(String name, Security security, String context) implements Login {

        private static final int LONGEST_USER = 32;

        public User {
            if (name.isEmpty() || Secret.of(name).length() > LONGEST_USER) {
                throw new IllegalArgumentException(
                        "expected a user name of 1 to "
                                + LONGEST_USER
                                + " bytes (RFC 3414), found '"
                                + name
                                + "'");
            }
            if (Secret.of(context).length() > LONGEST_NAME_BYTES) {
                throw new IllegalArgumentException(
                        "expected a context of at most " + LONGEST_NAME_BYTES + " bytes");
            }
        }
    }
}
