package io.holdfast.agent.devices.linux.array;

import java.util.List;

/**
 * A ZFS pool.
 *
 * @param name its name
 * @param state its state
 * @param scan what a scrub or resilver does or did
 * @param errors {@code No known data errors}, or what is lost
 * @param vdevs the top-level vdevs that all must stand
 * @param spares the devices that wait
 */
public record Pool(
        String name,
        String state,
        String scan,
        String errors,
        List<PoolNode> vdevs,
        List<PoolNode> spares) {

    public Pool {
        vdevs = List.copyOf(vdevs);
        spares = List.copyOf(spares);
    }
}
