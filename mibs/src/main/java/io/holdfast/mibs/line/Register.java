package io.holdfast.mibs.line;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One value in a device's Modbus registers, and what it says. Several may look at the same address.
 *
 * @param table which registers
 * @param address the number of the first register as it is sent on the wire, from 0
 * @param type how registers make a value, high word first unless the type says otherwise
 * @param words how many registers it takes
 * @param part the part that it is about
 * @param attribute the attribute of the part that its text is; empty where it is none
 * @param reading the reading that it gives; empty where it gives none
 * @param missing the value by which the device says that it has none
 * @param bits what a bit says that is set, by its number from 0
 * @param values what a value says
 */
public record Register(
        Table table,
        int address,
        Type type,
        int words,
        Part part,
        Optional<String> attribute,
        Optional<Measure> reading,
        OptionalLong missing,
        SortedMap<Integer, Meaning> bits,
        SortedMap<Long, Meaning> values) {

    /** The most registers that one value takes. */
    public static final int MOST_WORDS = 32;

    public Register {
        bits = Collections.unmodifiableSortedMap(new TreeMap<>(bits));
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The two tables of 16-bit registers (Modbus Application Protocol V1.1b3, section 4.3). */
    public enum Table {
        /** Read with function 3. */
        HOLDING(3),
        /** Read with function 4. */
        INPUT(4);

        private final int function;

        Table(int function) {
            this.function = function;
        }

        /** The function code that reads it. */
        public int function() {
            return function;
        }
    }

    /** How registers make a value. */
    public enum Type {
        U16(1),
        S16(1),
        U32(2),
        S32(2),
        /** Low word first. */
        U32_SWAPPED(2),
        /** IEEE 754, high word first. */
        F32(2),
        /** Two characters in each register, high byte first. */
        TEXT(0);

        private final int words;

        Type(int words) {
            this.words = words;
        }

        /** How many registers it takes; 0 where each register says for itself. */
        int words() {
            return words;
        }
    }

    /** The register behind the last of this. */
    public int end() {
        return address + words;
    }
}
