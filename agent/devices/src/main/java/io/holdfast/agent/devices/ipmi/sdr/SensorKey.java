package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Octets;

/**
 * What tells one sensor from all others of a BMC; names do not, they are repeated.
 *
 * @param owner the slave address of the controller, or the id of software where its lowest bit is
 *     set
 * @param lun the logical unit behind which the sensor is
 * @param number its number there
 */
public record SensorKey(int owner, int lun, int number) implements Comparable<SensorKey> {

    private static final int SOFTWARE = 1;

    /** Whether software owns it, which nobody can ask. */
    public boolean ofSoftware() {
        return (owner & SOFTWARE) != 0;
    }

    /** The key of evidence: {@code owner:number:entity}, with the unit where it is not 0. */
    public String evidence(Entity entity) {
        String unit = lun == 0 ? "" : "." + lun;
        return Octets.hex(owner) + unit + ":" + Octets.hex(number) + ":" + entity;
    }

    @Override
    public int compareTo(SensorKey other) {
        int byOwner = Integer.compare(owner, other.owner);
        if (byOwner != 0) {
            return byOwner;
        }
        int byLun = Integer.compare(lun, other.lun);
        return byLun != 0 ? byLun : Integer.compare(number, other.number);
    }
}
