package io.holdfast.agent.devices.linux.array;

import io.holdfast.agent.devices.linux.SysTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads the md arrays from {@code /sys/block/md*}{@code /md} and {@code /proc/mdstat}. */
final class MdFiles {

    private static final String BLOCK = "/sys/block";
    private static final String DEVICE = "dev-";

    private MdFiles() {}

    /**
     * The arrays by name. Where sysfs and mdstat differ in what works, the one that says less is
     * believed: they are read one after the other, and the array may fail in between.
     */
    static Map<String, MdArray> read(SysTree tree) {
        Map<String, MdArray> arrays =
                new TreeMap<>(MdStat.parse(tree.text(MdStat.FILE).orElse("")));
        for (String name : tree.names(BLOCK)) {
            String folder = BLOCK + "/" + name + "/md";
            if (name.startsWith("md") && tree.exists(folder + "/array_state")) {
                MdArray array = array(tree, name, folder);
                arrays.merge(name, array, MdFiles::worse);
            }
        }
        return arrays;
    }

    private static MdArray worse(MdArray mdstat, MdArray sysfs) {
        boolean mdstatSaysLess =
                mdstat.degraded().orElse(0) > sysfs.degraded().orElse(0)
                        && mdstat.slots() == sysfs.slots();
        return mdstatSaysLess
                ? new MdArray(
                        sysfs.name(),
                        sysfs.level(),
                        sysfs.slots(),
                        sysfs.layout(),
                        mdstat.degraded(),
                        sysfs.state(),
                        mdstat.action(),
                        mdstat.progressPercent(),
                        mdstat.members(),
                        true)
                : sysfs;
    }

    private static MdArray array(SysTree tree, String name, String folder) {
        int slots = (int) Math.clamp(tree.number(folder + "/raid_disks").orElse(0), 0L, 384L);
        List<MdMember> members = new ArrayList<>();
        for (String entry : tree.names(folder)) {
            if (entry.startsWith(DEVICE)) {
                members.add(member(tree, folder + "/" + entry, entry.substring(4)));
            }
        }
        return new MdArray(
                name,
                tree.text(folder + "/level").orElse(""),
                slots,
                (int) tree.number(folder + "/layout").orElse(0),
                whole(tree.number(folder + "/degraded")),
                tree.text(folder + "/array_state").orElse(""),
                tree.text(folder + "/sync_action").orElse("idle"),
                progress(tree.text(folder + "/sync_completed").orElse("")),
                seated(members, slots),
                false);
    }

    private static MdMember member(SysTree tree, String folder, String device) {
        String states = tree.text(folder + "/state").orElse("");
        OptionalLong slot = tree.number(folder + "/slot");
        return new MdMember(device, whole(slot), Set.of(states.split("[,\\s]+")));
    }

    /** Gives the members in sync a slot in turn where the kernel's slot files are missing. */
    private static List<MdMember> seated(List<MdMember> members, int slots) {
        boolean known =
                members.stream().noneMatch(member -> member.inSync() && member.slot().isEmpty());
        if (known) {
            return members;
        }
        List<MdMember> seated = new ArrayList<>();
        int next = 0;
        for (MdMember member : members) {
            boolean seat = member.inSync() && next < slots;
            OptionalInt slot = seat ? OptionalInt.of(next++) : OptionalInt.empty();
            seated.add(new MdMember(member.device(), slot, member.states()));
        }
        return seated;
    }

    private static OptionalInt whole(OptionalLong number) {
        boolean fits = number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() < 10_000;
        return fits ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    /** {@code 11520 / 79872} in sectors, or {@code none}. */
    static OptionalDouble progress(String completed) {
        String[] parts = completed.split(" */ *");
        try {
            double done = parts.length == 2 ? Long.parseLong(parts[0].strip()) : 0;
            double all = parts.length == 2 ? Long.parseLong(parts[1].strip()) : 0;
            return all > 0 && done >= 0
                    ? OptionalDouble.of(Math.min(100, 100 * done / all))
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
