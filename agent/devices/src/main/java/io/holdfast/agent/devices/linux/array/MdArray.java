package io.holdfast.agent.devices.linux.array;

import io.holdfast.core.observation.Evidence;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One md array.
 *
 * @param name the kernel's name, such as {@code md0}
 * @param level {@code raid1}, {@code raid10}, {@code linear} ...; empty where it is not started
 * @param slots how many devices a whole array has
 * @param layout the kernel's layout number, which for raid10 tells where the copies are
 * @param degraded the kernel's own count of slots without valid data
 * @param state the kernel's {@code array_state}
 * @param action what goes on: {@code idle}, {@code recover}, {@code resync}, {@code check} ...
 * @param progressPercent how far that is
 * @param members its devices
 * @param fromMdstat whether all this was read from {@code /proc/mdstat} instead of sysfs
 */
record MdArray(
        String name,
        String level,
        int slots,
        int layout,
        OptionalInt degraded,
        String state,
        String action,
        OptionalDouble progressPercent,
        List<MdMember> members,
        boolean fromMdstat) {

    /** More slots than any md array can have. */
    static final int MOST_SLOTS = 384;

    /** The level of what only holds the metadata of other arrays. */
    static final String CONTAINER = "container";

    MdArray {
        members = List.copyOf(members);
    }

    /** Whether it does not run. */
    boolean stopped() {
        return state.equals("inactive") || state.equals("clear");
    }

    /** Whether the kernel says that it lost too much to work. */
    boolean broken() {
        return state.equals("broken");
    }

    /** For each slot, whether a device carries valid data of it. */
    boolean[] working() {
        boolean[] working = new boolean[slots];
        members.stream()
                .filter(MdMember::inSync)
                .flatMapToInt(member -> member.slot().stream())
                .filter(slot -> slot >= 0 && slot < slots)
                .forEach(slot -> working[slot] = true);
        return working;
    }

    /** How many slots carry valid data. */
    int workingSlots() {
        boolean[] working = working();
        return (int) IntStream.range(0, slots).filter(slot -> working[slot]).count();
    }

    /** One of its facts as evidence. */
    Evidence evidence(String file, String value, String label) {
        return fromMdstat
                ? new Evidence(MdStat.FILE, name + " " + file, value, label)
                : Evidence.ofFile("/sys/block/" + name + "/md/" + file, value, label);
    }
}
