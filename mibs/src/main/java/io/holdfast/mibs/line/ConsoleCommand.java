package io.holdfast.mibs.line;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A command of a console, and what the lines that it prints say.
 *
 * @param send the command
 * @param rules what the lines say, by name; each line is held against each rule
 */
public record ConsoleCommand(String send, SortedMap<String, ConsoleRule> rules) {
    public ConsoleCommand {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }
}
