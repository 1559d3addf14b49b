package io.holdfast.mibs.line;

import io.holdfast.core.component.Kind;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a line of a console's output says of one part.
 *
 * @param pattern how the line looks; its groups {@code name}, "state", {@code vendor}, {@code
 *     model}, {@code serial}, {@code firmware} and those of the readings are used
 * @param kind what the part is
 * @param name the part's name where the line does not give one; what the line gives comes behind it
 * @param states what the text of the group "state" means, by its lower-case letters
 * @param otherwise what any other state means; empty where it says nothing
 * @param readings the reading that a group's number gives, by the group's name
 */
public record ConsoleRule(
        Pattern pattern,
        Kind kind,
        String name,
        SortedMap<String, Meaning> states,
        Optional<Meaning> otherwise,
        SortedMap<String, Measure> readings) {

    public ConsoleRule {
        states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    /** Whether the pattern has a group of this name. */
    public boolean hasGroup(String group) {
        return pattern.namedGroups().containsKey(group);
    }
}
