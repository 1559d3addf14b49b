package io.holdfast.mibs.trap;

import io.holdfast.core.component.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A notification and what is known of it.
 *
 * @param notification what was told
 * @param name what it is called, with its module; its number where nobody knows
 * @param meaning what it says; empty for one that the catalogue does not have
 * @param bindings what it carried, in words
 */
public record DecodedTrap(
        Notification notification, String name, Optional<Meaning> meaning, List<Said> bindings) {

    public DecodedTrap {
        bindings = List.copyOf(bindings);
    }

    /**
     * What a notification says.
     *
     * @param reading what happened, and how grave it sounds
     * @param kind of what kind the part is
     * @param part the part's name as the device gives it; empty where the device is meant, or the
     *     notification does not say which part
     * @param clears the full names of the notifications whose trouble this ends
     */
    public record Meaning(Reading reading, Kind kind, Optional<String> part, Set<String> clears) {
        public Meaning {
            clears = Set.copyOf(new TreeSet<>(clears));
        }
    }

    /**
     * A binding in words.
     *
     * @param object the instance's name, or its number
     * @param value as a person reads it
     * @param word what the value is called; empty where nobody knows
     */
    public record Said(String object, String value, String word) {}

    /** In one line, for people. */
    public String summary() {
        return meaning.map(
                        m ->
                                m.reading().text()
                                        + m.part()
                                                .map(p -> " (" + m.kind().word() + " " + p + ")")
                                                .orElse(""))
                .orElse("unknown to the catalogue");
    }
}
