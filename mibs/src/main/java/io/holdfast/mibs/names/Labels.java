package io.holdfast.mibs.names;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The words of an enumeration, or of the bits of a BITS value (RFC 2578, sections 7.1.1 and 7.1.4).
 *
 * @param bits whether the numbers are of bits
 * @param words the word of each number; empty for what is no enumeration
 */
public record Labels(boolean bits, SortedMap<Integer, String> words) {

    /** Of what is no enumeration. */
    public static final Labels NONE = new Labels(false, Collections.emptySortedMap());

    /** The most words of one enumeration. */
    public static final int MOST_WORDS = 4_096;

    public Labels {
        bits = bits && !words.isEmpty();
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The word of a number. */
    public Optional<String> word(long number) {
        return number == (int) number
                ? Optional.ofNullable(words.get((int) number))
                : Optional.empty();
    }

    /** As a MIB text has them: {@code up(1) down(2)}. */
    public String text() {
        return words.entrySet().stream()
                .map(word -> word.getValue() + "(" + word.getKey() + ")")
                .collect(Collectors.joining(" "));
    }
}
