package io.holdfast.collector.operations;

import java.util.Locale;
import java.util.Optional;

/** What a person may do through the API; each role includes those before it. */
public enum Role {
    /** May look. */
    VIEWER,
    /** May accept, make tokens, revoke. */
    OPERATOR,
    /** May approve acts on hardware. */
    APPROVER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in certificates, JSON and on the command line. */
    public String word() {
        return word;
    }

    /** The role of this word. */
    public static Optional<Role> ofWord(String word) {
        for (Role role : values()) {
            if (role.word.equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether this role may do what {@code other} may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
