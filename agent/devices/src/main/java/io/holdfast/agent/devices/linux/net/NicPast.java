package io.holdfast.agent.devices.linux.net;

import io.holdfast.core.observation.Evidence;
import java.util.Optional;

/**
 * What one NIC was seen to carry since it is there and somebody looks.
 *
 * @param use what shows that this machine talked through it; empty while a bond does that for it
 * @param bond the bond that it was a member of last
 * @param linked whether it was ever seen up with a link
 */
record NicPast(Optional<Evidence> use, Optional<String> bond, boolean linked) {

    /** It was not seen to carry anything. */
    static final NicPast NOTHING = new NicPast(Optional.empty(), Optional.empty(), false);

    /** This after another look. */
    NicPast after(
            NetDevice nic, Optional<NicLook.Membership> membership, Optional<Evidence> inUse) {
        return new NicPast(
                membership.isPresent() ? Optional.empty() : inUse.or(() -> use),
                membership.map(place -> place.bond().name()).or(() -> bond),
                linked || nic.hasLink());
    }

    /** What it carries or carried, what matters most first; empty where that is nothing. */
    Optional<String> carried(Optional<NicLook.Membership> membership) {
        return membership
                .map(place -> "is a member of " + place.bond().name())
                .or(() -> use.map(Evidence::label))
                .or(() -> bond.map(name -> "was a member of " + name))
                .or(() -> linked ? Optional.of("had a link") : Optional.empty());
    }
}
