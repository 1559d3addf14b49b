package io.holdfast.config.collector;

import io.holdfast.config.rack.CredentialSettings;
import io.holdfast.config.value.HostPort;

/**
 * A receiver of SNMP notifications.
 *
 * @param to where it listens
 * @param version how it is spoken to
 * @param login a community for {@code 2c}, an SNMP user for {@code 3}
 * @param inform whether it acknowledges, and is told again until it has
 */
public record TrapSettings(
        HostPort to, Version version, CredentialSettings.Form login, boolean inform) {

    /** The most receivers. */
    public static final int MOST_RECEIVERS = 20;

    /** The versions of SNMP that have such notifications. */
    public enum Version {
        V2C,
        V3
    }
}
