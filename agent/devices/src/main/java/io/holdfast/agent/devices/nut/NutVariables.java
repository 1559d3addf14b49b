package io.holdfast.agent.devices.nut;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables that NUT knows of one device, by name. */
record NutVariables(SortedMap<String, String> values) {

    private static final int LONGEST_NUMBER = 24;

    NutVariables {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    NutVariables(Map<String, String> values) {
        this(new TreeMap<>(values));
    }

    /** A variable's text; empty where there is no such variable. */
    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** A variable's number; empty where there is none, or it is none. */
    OptionalDouble number(String name) {
        String text = text(name);
        if (text.length() > LONGEST_NUMBER || !text.matches("[-+]?\\d+(\\.\\d*)?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }

    /** A variable's number, if it is above 0: many drivers give 0 for a limit that is not set. */
    OptionalDouble limit(String name) {
        OptionalDouble number = number(name);
        return number.orElse(0) > 0 ? number : OptionalDouble.empty();
    }

    /** Whether any variable's name begins so. */
    boolean any(String prefix) {
        SortedMap<String, String> tail = values.tailMap(prefix);
        return !tail.isEmpty() && tail.firstKey().startsWith(prefix);
    }
}
