package io.holdfast.config.rack;

import io.holdfast.config.secret.SecretSource;
import io.holdfast.core.device.SnmpAuth;
import io.holdfast.core.device.SnmpPriv;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A credential by name: where its secrets are, never the secrets.
 *
 * @param use what it is for
 * @param form what is shown to the device
 */
public record CredentialSettings(Use use, Form form) {

    /** What is shown to a device. */
    public sealed interface Form {

        /** A community of SNMPv1 or v2c. */
        record Community(SecretSource community) implements Form {}

        /** A user of SNMPv3. */
        record SnmpUser(String user, Optional<Auth> auth, Optional<Priv> priv) implements Form {}

        /** A user with a password. */
        record Password(String user, SecretSource password) implements Form {}

        /** Everything secret that it names. */
        default List<SecretSource> secrets() {
            return switch (this) {
                case Community(var community) -> List.of(community);
                case Password(var user, var password) -> List.of(password);
                case SnmpUser(var user, var auth, var priv) ->
                        Stream.concat(
                                        auth.map(Auth::phrase).stream(),
                                        priv.map(Priv::phrase).stream())
                                .toList();
            };
        }
    }

    /** An authentication protocol and where its pass phrase is. */
    public record Auth(SnmpAuth protocol, SecretSource phrase) {}

    /** An encryption protocol and where its pass phrase is. */
    public record Priv(SnmpPriv protocol, SecretSource phrase) {}

    /** Everything secret that it names. */
    public List<SecretSource> secrets() {
        return form.secrets();
    }
}
