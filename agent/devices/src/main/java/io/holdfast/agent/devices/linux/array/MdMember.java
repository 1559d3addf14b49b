package io.holdfast.agent.devices.linux.array;

import java.util.OptionalInt;
import java.util.Set;

/**
 * A device of an md array.
 *
 * @param device the kernel's name, such as {@code sda1}
 * @param slot its place in the array; empty for a spare and for one that was thrown out
 * @param states the words of its state file (kernel: Documentation/admin-guide/md.rst)
 */
record MdMember(String device, OptionalInt slot, Set<String> states) {

    MdMember {
        states = Set.copyOf(states);
    }

    /** Whether the array has thrown it out. */
    boolean faulty() {
        return states.contains("faulty");
    }

    /** Whether it carries valid data of its slot. */
    boolean inSync() {
        return states.contains("in_sync") && !faulty() && !replacement();
    }

    /** Whether it is being filled to take the place of another in the same slot. */
    boolean replacement() {
        return states.contains("replacement");
    }

    /** Whether it has a slot and is being filled. */
    boolean rebuilding() {
        return slot.isPresent() && !inSync() && !faulty() && !replacement();
    }

    /** Whether it waits without a slot. */
    boolean hotSpare() {
        return slot.isEmpty() && !faulty() && !inSync() && !states.contains("journal");
    }

    /** A word that says that it works, but badly; empty where there is none. */
    String trouble() {
        for (String word : new String[] {"write_error", "blocked", "want_replacement"}) {
            if (states.contains(word)) {
                return word;
            }
        }
        return "";
    }
}
