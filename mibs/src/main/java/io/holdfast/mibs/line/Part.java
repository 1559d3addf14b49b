package io.holdfast.mibs.line;

import io.holdfast.core.component.Kind;
import java.util.Optional;

/**
 * A part of a device, written {@code kind:name}, such as {@code feed:input}.
 *
 * @param kind what it is
 * @param name what it is called on this device
 */
public record Part(Kind kind, String name) {

    /** The longest name of a part that a file may give, in characters. */
    static final int LONGEST_NAME = 60;

    /** The part that a text names; empty if it is not of that form. */
    static Optional<Part> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = text.substring(colon + 1);
        boolean good =
                !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(Character::isISOControl);
        return Kind.ofWord(text.substring(0, colon))
                .filter(any -> good)
                .map(kind -> new Part(kind, name));
    }

    @Override
    public String toString() {
        return kind.word() + ":" + name;
    }
}
