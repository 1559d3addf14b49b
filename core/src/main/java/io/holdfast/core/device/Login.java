package io.holdfast.core.device;

import java.util.Optional;

/** What a device wants to be shown before it answers; its secrets never print. */
public sealed interface Login {

    /** Nothing: the device answers everyone. */
    record Open() implements Login {}

    /** The community of SNMPv1 and v2c. */
    record Community(SecretText community) implements Login {}

    /**
     * A user of SNMPv3's user-based security model; the level follows from what is given.
     *
     * @param auth how messages are authenticated; empty for noAuthNoPriv
     * @param priv how messages are encrypted; only with {@code auth}
     */
    record SnmpUser(String user, Optional<Auth> auth, Optional<Priv> priv) implements Login {
        public SnmpUser {
            if (auth.isEmpty() && priv.isPresent()) {
                throw new IllegalArgumentException(
                        "expected authentication with encryption (RFC 3414, section 1.4.2)");
            }
        }
    }

    /** An authentication protocol with its pass phrase. */
    record Auth(SnmpAuth protocol, SecretText phrase) {}

    /** An encryption protocol with its pass phrase. */
    record Priv(SnmpPriv protocol, SecretText phrase) {}

    /** A user with a password: IPMI, Redfish, a console, NUT. */
    record Password(String user, SecretText password) implements Login {}
}
