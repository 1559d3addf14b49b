package io.holdfast.agent.devices.ipmi.message;

/**
 * What is asked of a BMC.
 *
 * @param netFn the network function, even, of {@link NetFn}
 * @param lun the logical unit, 0 to 3; sensors may live behind another one than 0
 * @param command the command's number
 * @param data its data
 * @param repeatable whether it may be sent again when no answer came: reading may, a power cycle
 *     may not
 */
public record Request(int netFn, int lun, int command, Octets data, boolean repeatable) {

    /** A request that changes nothing and may be repeated. */
    public static Request of(int netFn, int command, int... data) {
        return new Request(netFn, 0, command, Octets.of(data), true);
    }

    /** The same for another logical unit. */
    public Request behind(int otherLun) {
        return new Request(netFn, otherLun & 3, command, data, repeatable);
    }

    /** The same, but never sent twice. */
    public Request once() {
        return new Request(netFn, lun, command, data, false);
    }
}
