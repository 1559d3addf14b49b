package io.holdfast.config.secret;

import io.holdfast.config.yaml.Mention;
import io.holdfast.config.yaml.Position;
import java.nio.file.Path;

/** Where a secret is to be found: settings hold this, never the secret. */
public sealed interface SecretSource extends Mention {

    /** A file that only its owner and group may read; a line end at its end is not part of it. */
    record FromFile(Position at, Path file) implements SecretSource {}

    /** A variable of the process's environment. */
    record FromEnvironment(Position at, String variable) implements SecretSource {}
}
