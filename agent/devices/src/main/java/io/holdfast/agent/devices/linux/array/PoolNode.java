package io.holdfast.agent.devices.linux.array;

import java.util.List;

/**
 * A line of a ZFS pool's configuration with those below it.
 *
 * @param name a vdev such as {@code mirror-0}, or a device
 * @param state {@code ONLINE}, {@code DEGRADED}, {@code FAULTED}, {@code UNAVAIL} ...
 * @param errors errors of reading, writing and checksums together
 * @param note what follows, such as {@code (resilvering)} or {@code was /dev/sdb1}
 * @param children the lines indented below it
 */
record PoolNode(String name, String state, long errors, String note, List<PoolNode> children) {

    PoolNode {
        children = List.copyOf(children);
    }

    /** Whether it is a device and not a set of devices. */
    boolean leaf() {
        return children.isEmpty();
    }

    /** Whether it carries valid data now. */
    boolean works() {
        if (!leaf()) {
            return children.stream().anyMatch(PoolNode::works);
        }
        boolean answers = state.equals("ONLINE") || state.equals("DEGRADED");
        return answers && !note.contains("resilvering") && !note.contains("awaiting resilver");
    }

    /** How many of its children may fail. */
    int tolerated() {
        if (name.startsWith("mirror")) {
            return children.size() - 1;
        }
        for (String kind : new String[] {"raidz", "draid"}) {
            if (name.startsWith(kind)) {
                char parity = name.length() > kind.length() ? name.charAt(kind.length()) : '1';
                return parity >= '1' && parity <= '3' ? parity - '0' : 1;
            }
        }
        return 0;
    }
}
