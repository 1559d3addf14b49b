package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.access.AuthProtocol;
import io.holdfast.agent.devices.snmp.access.PrivProtocol;
import io.holdfast.agent.devices.snmp.access.Secret;
import io.holdfast.agent.devices.snmp.access.Security;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.snmp4j.DirectUserTarget;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecretOctetString;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.UdpAddress;

/** A user's protocols, and its keys for one engine at a time. */
final class UserKeys {

    static final int NO_AUTH_NO_PRIV = SecurityLevel.NOAUTH_NOPRIV;
    static final int AUTH_NO_PRIV = SecurityLevel.AUTH_NOPRIV;
    static final int AUTH_PRIV = SecurityLevel.AUTH_PRIV;

    /** The keys for one engine, which never print; empty where the level needs none. */
    record Localized(SecretOctetString authentication, SecretOctetString privacy) {
        static final Localized NONE =
                new Localized(new SecretOctetString(), new SecretOctetString());
    }

    private final Security security;
    private final MasterKeys masterKeys;
    private final @Nullable AuthenticationProtocol authentication;
    private final @Nullable PrivacyProtocol privacy;

    UserKeys(Security security, MasterKeys masterKeys) {
        this.security = security;
        this.masterKeys = masterKeys;
        authentication =
                switch (security) {
                    case Security.NoAuthNoPriv none -> null;
                    case Security.AuthNoPriv auth -> Protocols.of(auth.protocol());
                    case Security.AuthPriv priv -> Protocols.of(priv.protocol());
                };
        privacy = security instanceof Security.AuthPriv priv ? Protocols.of(priv.privacy()) : null;
    }

    /** The level as a number of RFC 3411. */
    int level() {
        return switch (security) {
            case Security.NoAuthNoPriv none -> NO_AUTH_NO_PRIV;
            case Security.AuthNoPriv auth -> AUTH_NO_PRIV;
            case Security.AuthPriv priv -> AUTH_PRIV;
        };
    }

    /** The keys for an engine. */
    Localized localize(byte[] engine) {
        return switch (security) {
            case Security.NoAuthNoPriv none -> Localized.NONE;
            case Security.AuthNoPriv(AuthProtocol protocol, Secret passphrase) ->
                    new Localized(
                            secret(masterKeys.localized(protocol, passphrase, engine)),
                            new SecretOctetString());
            case Security.AuthPriv(
                            AuthProtocol protocol,
                            Secret passphrase,
                            PrivProtocol cipher,
                            Secret forCipher) ->
                    new Localized(
                            secret(masterKeys.localized(protocol, passphrase, engine)),
                            secret(
                                    fitted(
                                            masterKeys.localized(protocol, forCipher, engine),
                                            forCipher,
                                            engine)));
        };
    }

    private static SecretOctetString secret(byte[] key) {
        return new SecretOctetString(key);
    }

    /** Cuts a key to the cipher's length, or extends it as the cipher's document says. */
    private byte[] fitted(byte[] key, Secret passphrase, byte[] engine) {
        if (privacy == null || authentication == null) {
            return key;
        }
        if (key.length >= privacy.getMinKeyLength()) {
            return Arrays.copyOf(key, Math.min(key.length, privacy.getMaxKeyLength()));
        }
        return privacy.extendShortKey(
                key, new SecretOctetString(passphrase.bytes()), engine, authentication);
    }

    /** Gives a target what it needs for this level. */
    void equip(DirectUserTarget<UdpAddress> target, Localized keys, int level) {
        if (level >= AUTH_NO_PRIV && authentication != null) {
            target.setAuthenticationProtocol(authentication);
            target.setAuthenticationKey(keys.authentication());
        }
        if (level >= AUTH_PRIV && privacy != null) {
            target.setPrivacyProtocol(privacy);
            target.setPrivacyKey(keys.privacy());
        }
    }
}
