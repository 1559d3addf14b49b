package io.holdfast.agent.devices.linux.net;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A bond as the kernel describes it; what could not be read is empty.
 *
 * @param name the interface's name
 * @param adminUp whether someone wants it up
 * @param mode how it spreads traffic
 * @param mii whether the bond itself counts as up
 * @param active the member that carries the traffic, in modes that have one
 * @param minLinks {@code min_links}: with fewer working members the bond takes its carrier down
 * @param miiInterval how often it looks at its links; 0 is never
 * @param arpInterval how often it probes by ARP instead; 0 is never
 * @param aggregator the active aggregator (LACP only); 0 is none
 * @param partner the MAC of the switch behind it (LACP only, needs CAP_NET_ADMIN)
 * @param members its members as they are listed, with the names separated by spaces; empty where no
 *     list can be read
 * @param ports its members
 */
record Bond(
        String name,
        boolean adminUp,
        BondMode mode,
        Optional<Claim> mii,
        Optional<Claim> active,
        Optional<Claim> minLinks,
        Optional<Claim> miiInterval,
        Optional<Claim> arpInterval,
        Optional<Claim> aggregator,
        Optional<Claim> partner,
        Optional<Claim> members,
        List<BondPort> ports) {

    private static final String NO_PARTNER = "00:00:00:00:00:00";

    Bond {
        ports = List.copyOf(ports);
    }

    /** How many members must work. */
    int needed() {
        return Math.max(1, minLinks.map(Claim::number).orElse(OptionalInt.empty()).orElse(0));
    }

    /**
     * Whether the file says outright that links are not watched at all: then members count as up
     * for ever and nothing fails over.
     */
    boolean unwatched() {
        return isZero(miiInterval) && (arpInterval.isEmpty() || isZero(arpInterval));
    }

    /** Whether this member is in the active aggregator; empty where one of the two is unknown. */
    Optional<Boolean> aggregates(BondPort port) {
        OptionalInt its = port.aggregator().map(Claim::number).orElse(OptionalInt.empty());
        OptionalInt active = aggregator.map(Claim::number).orElse(OptionalInt.empty());
        return its.isEmpty() || active.isEmpty()
                ? Optional.empty()
                : Optional.of(its.getAsInt() == active.getAsInt());
    }

    /**
     * Why it is certain that no switch answers by LACP, or empty where one does or nobody can say.
     *
     * <p>Without CAP_NET_ADMIN the partner's address is hidden, but a member that fell back to
     * defaults says the same.
     */
    Optional<Claim> noPartner() {
        if (mode != BondMode.LACP) {
            return Optional.empty();
        }
        if (partner.isPresent()) {
            return partner.filter(claim -> claim.text().equals(NO_PARTNER));
        }
        return ports.stream()
                .filter(port -> aggregates(port).orElse(true))
                .filter(BondPort::hearsNoPartner)
                .findFirst()
                .flatMap(BondPort::actor);
    }

    private static boolean isZero(Optional<Claim> claim) {
        return claim.map(Claim::number).orElse(OptionalInt.empty()).orElse(-1) == 0;
    }
}
