package io.holdfast.agent.devices.linux.netlink;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a link message says of an interface, as far as its redundancy is concerned; traffic and
 * addresses are left out, so that two equal states mean that nothing of interest changed.
 *
 * @param index its number, unique while it exists
 * @param name its name
 * @param adminUp whether someone wants it up (IFF_UP)
 * @param lowerUp whether it has a link (IFF_LOWER_UP)
 * @param operState the state of RFC 2863 by its kernel number: 2 down, 6 up
 * @param kind what sort of virtual interface it is, such as {@code bond} or {@code veth}; empty for
 *     hardware
 * @param master the index of the bond or bridge that it belongs to
 * @param activePort the index of a bond's active member
 * @param port its place in its bond
 * @param carrierChanges how often its link came or went, since it was made
 */
public record LinkState(
        int index,
        String name,
        boolean adminUp,
        boolean lowerUp,
        int operState,
        String kind,
        OptionalInt master,
        OptionalInt activePort,
        Optional<BondPortState> port,
        OptionalLong carrierChanges) {

    private static final String BOND = "bond";
    private static final String VETH = "veth";

    /**
     * Whether this is a NIC, a bond or a member of one, and so worth a look; a container's veth,
     * which comes and goes all day, is not.
     *
     * @param virtualNics whether a veth counts as a NIC here
     */
    public boolean concernsRedundancy(boolean virtualNics) {
        return kind.isEmpty()
                || kind.equals(BOND)
                || port.isPresent()
                || (virtualNics && kind.equals(VETH));
    }

    /**
     * A member as its bond sees it.
     *
     * @param state 0 active, 1 backup
     * @param mii 0 up, 1 going down, 2 down, 3 going back
     * @param aggregator its aggregator (LACP only)
     * @param actor our end's LACP state
     * @param partner the other end's LACP state
     */
    public record BondPortState(
            int state, int mii, OptionalInt aggregator, OptionalInt actor, OptionalInt partner) {}
}
