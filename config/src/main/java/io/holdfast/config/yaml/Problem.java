package io.holdfast.config.yaml;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param at where
 * @param message what was expected and what was found; never a secret
 */
public record Problem(Position at, String message) {

    /** The line a user reads: {@code file:line:column: message}. */
    @Override
    public String toString() {
        return at + ": " + message;
    }
}
