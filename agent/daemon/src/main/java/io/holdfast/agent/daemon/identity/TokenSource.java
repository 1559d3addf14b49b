package io.holdfast.agent.daemon.identity;

import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problem;
import io.holdfast.wire.enrol.EnrolmentToken;
import java.nio.file.Files;
import java.util.Optional;

/** Reads the token of a first enrolment anew each time, from where the configuration says. */
public final class TokenSource {

    /** What there is: a token, or why there is none. */
    public sealed interface Found {
        record Token(EnrolmentToken token) implements Found {}

        record Nothing(String why) implements Found {}

        /** There is no file yet; somebody may be about to bring it. */
        record NotYet(String why) implements Found {}
    }

    private final SecretReader secrets;
    private volatile Optional<SecretSource> source;

    public TokenSource(SecretReader secrets, Optional<SecretSource> source) {
        this.secrets = secrets;
        this.source = source;
    }

    /** Reads from elsewhere from now on. */
    public void source(Optional<SecretSource> fresh) {
        source = fresh;
    }

    public Found read() {
        Optional<SecretSource> from = source;
        if (from.isEmpty()) {
            return new Found.Nothing(
                    "the configuration names no token; make one with `holdfast collector token"
                            + " create` and name its file under enrolment: token-file");
        }
        return switch (secrets.read(from.get())) {
            case Loaded.Bad<Secret> bad when isToCome(from.get()) -> new Found.NotYet(bad.text());
            case Loaded.Bad<Secret> bad -> new Found.Nothing(bad.text());
            case Loaded.Good<Secret>(Secret secret) -> parse(from.get(), secret);
        };
    }

    private static boolean isToCome(SecretSource source) {
        return switch (source) {
            case SecretSource.FromFile(var at, var file) -> Files.notExists(file);
            case SecretSource.FromEnvironment variable -> false;
        };
    }

    private static Found parse(SecretSource from, Secret secret) {
        try {
            return new Found.Token(EnrolmentToken.parse(secret.reveal()));
        } catch (IllegalArgumentException e) {
            return new Found.Nothing(
                    new Problem(from.at(), String.valueOf(e.getMessage())).toString());
        }
    }
}
