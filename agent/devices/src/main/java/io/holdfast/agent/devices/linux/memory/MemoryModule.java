package io.holdfast.agent.devices.linux.memory;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A memory module, or what older kernels show instead of one: a row of chips. For a controller it
 * stands for the errors that it could not place.
 *
 * @param folder where it is read
 * @param label what the board calls it; empty where nobody told the kernel
 * @param corrected where its corrected errors are counted, and how many since the driver was loaded
 * @param uncorrected the same for errors that were not corrected: data was lost
 * @param identity its attributes as a component
 */
record MemoryModule(
        String folder,
        String label,
        Counter corrected,
        Counter uncorrected,
        SortedMap<String, String> identity) {

    MemoryModule {
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
    }

    /** A counter and its file. */
    record Counter(String file, OptionalLong count) {

        long errors() {
            return Math.max(0, count.orElse(0));
        }
    }

    /** Its place by the kernel's names, such as {@code mc0/dimm3}. */
    String place() {
        return folder.substring(EdacFiles.CONTROLLERS.length());
    }
}
