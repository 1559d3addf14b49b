package io.holdfast.mibs.profile;

import java.util.List;
import java.util.Optional;

/**
 * What numbers mean: an enumeration of a MIB, or spans of numbers.
 *
 * @param entries no two for the same number
 */
public record NumberMap<T>(List<Entry<T>> entries) {

    public NumberMap {
        entries = List.copyOf(entries);
    }

    /**
     * One meaning.
     *
     * @param label the MIB's word for it; empty where it has none
     * @param least the least number that has it
     * @param most the greatest
     */
    public record Entry<T>(String label, long least, long most, T meaning) {

        /** Whether a number has this meaning. */
        public boolean holds(long number) {
            return number >= least && number <= most;
        }
    }

    /** The meaning of a number; empty where the profile does not know it. */
    public Optional<Entry<T>> find(long number) {
        return entries.stream().filter(entry -> entry.holds(number)).findFirst();
    }
}
