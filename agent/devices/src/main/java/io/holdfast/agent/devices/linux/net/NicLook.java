package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.core.observation.Evidence;
import java.util.Map;
import java.util.Optional;

/**
 * All that one look says of a NIC.
 *
 * @param name its name
 * @param device its own files; empty where only its bond still names it
 * @param membership its place in a bond
 * @param use what shows that this machine talks through it, itself or through what is built on it
 * @param carried what it carries, or did when it was last up, as the end of "although it ...";
 *     empty where it was never seen to carry anything
 * @param rates how its counters grow
 * @param expected the speed that it should have
 */
record NicLook(
        String name,
        Optional<NetDevice> device,
        Optional<Membership> membership,
        Optional<Evidence> use,
        Optional<String> carried,
        Map<String, Rate> rates,
        Optional<ExpectedSpeed> expected) {

    NicLook {
        rates = Map.copyOf(rates);
    }

    /** A bond and one of its members. */
    record Membership(Bond bond, BondPort port) {}

    /**
     * A speed, and why it is expected.
     *
     * @param megabits in Mbit/s
     * @param because the reason, such as {@code eth1 of bond0 has it}
     */
    record ExpectedSpeed(int megabits, String because) {}
}
