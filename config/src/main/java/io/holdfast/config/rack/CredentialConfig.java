package io.holdfast.config.rack;

import io.holdfast.config.rack.CredentialSettings.Form;
import io.holdfast.config.secret.SecretKeys;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.device.SnmpAuth;
import io.holdfast.core.device.SnmpPriv;
import java.util.Optional;

/** The reader of one entry of the part {@code credentials}, and of logins elsewhere. */
public final class CredentialConfig {

    private static final String COMMUNITY = "community";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String AUTH = "auth";
    private static final String PRIV = "priv";

    private final Section credential;

    CredentialConfig(Section credential) {
        this.credential = credential;
    }

    Optional<CredentialSettings> read() {
        Use use = credential.value("use", Words.of(Use.class), Use.READ);
        return form().map(shown -> new CredentialSettings(use, shown));
    }

    /** What a part shows as login. */
    public static Optional<Form> form(Section section) {
        return new CredentialConfig(section).form();
    }

    private Optional<Form> form() {
        Optional<SecretSource> community = SecretKeys.read(credential, COMMUNITY);
        Optional<String> user = credential.value(USER, Values.LINE);
        Optional<SecretSource> password = SecretKeys.read(credential, PASSWORD);
        Optional<CredentialSettings.Auth> auth = auth();
        Optional<CredentialSettings.Priv> priv = priv();
        if (refused()) {
            return Optional.empty();
        }
        return community
                .<Form>map(Form.Community::new)
                .or(() -> user.flatMap(u -> password.map(p -> new Form.Password(u, p))))
                .or(() -> user.map(u -> new Form.SnmpUser(u, auth, priv)));
    }

    /** Notes what does not go together. */
    private boolean refused() {
        boolean community = SecretKeys.given(credential, COMMUNITY);
        boolean password = SecretKeys.given(credential, PASSWORD);
        boolean user = credential.has(USER);
        boolean snmp = credential.has(AUTH) || credential.has(PRIV);
        if (community == user) {
            credential.problem(
                    community ? USER : "community-file",
                    "expected either a community or a user, found "
                            + (community ? "both" : "neither"));
            return true;
        }
        if (password && snmp) {
            credential.problem(
                    AUTH, "expected either a password or SNMPv3's auth and priv, found both");
            return true;
        }
        if (community && (password || snmp)) {
            credential.problem("community-file", "expected a community alone, found more");
            return true;
        }
        if (credential.has(PRIV) && !credential.has(AUTH)) {
            credential.problem(PRIV, "expected auth beside it: SNMPv3 encrypts for known users");
            return true;
        }
        return false;
    }

    private Optional<CredentialSettings.Auth> auth() {
        var protocol = credential.value(AUTH, Words.of(SnmpAuth.class));
        var phrase = phrase(AUTH, "auth-password");
        return protocol.flatMap(p -> phrase.map(s -> new CredentialSettings.Auth(p, s)));
    }

    private Optional<CredentialSettings.Priv> priv() {
        var protocol = credential.value(PRIV, Words.of(SnmpPriv.class));
        var phrase = phrase(PRIV, "priv-password");
        return protocol.flatMap(p -> phrase.map(s -> new CredentialSettings.Priv(p, s)));
    }

    private Optional<SecretSource> phrase(String protocol, String name) {
        Optional<SecretSource> source = SecretKeys.read(credential, name);
        if (credential.has(protocol) != SecretKeys.given(credential, name)) {
            credential.problem(
                    credential.has(protocol) ? protocol : name + "-file",
                    "expected %s with %s-file or %s-env, found one of the two"
                            .formatted(protocol, name, name));
        }
        return source;
    }
}
