package io.holdfast.agent.devices.linux.net;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A NIC as a member of its bond; what could not be read is empty.
 *
 * @param nic the interface's name
 * @param mii what the bond's own monitor says: {@code up}, {@code going down}, {@code down}, {@code
 *     going back}
 * @param speed the speed that the bond reckons with, such as {@code 10000 Mbps} or {@code Unknown};
 *     only where the NIC has no files of its own
 * @param aggregator which aggregator it belongs to (LACP only)
 * @param actor our end's state (LACP only)
 * @param partner the switch's end's state as it told us (LACP only)
 * @param permanentAddress the MAC that the hardware has; only where the NIC has no files of its own
 */
record BondPort(
        String nic,
        Optional<Claim> mii,
        Optional<Claim> speed,
        Optional<Claim> aggregator,
        Optional<Claim> actor,
        Optional<Claim> partner,
        Optional<Claim> permanentAddress) {

    Optional<LacpState> actorState() {
        return state(actor);
    }

    Optional<LacpState> partnerState() {
        return state(partner);
    }

    /** Whether its end fell back to defaults because the switch sends no LACP. */
    boolean hearsNoPartner() {
        return actorState().filter(state -> state.has(LacpState.Flag.DEFAULTED)).isPresent();
    }

    private static Optional<LacpState> state(Optional<Claim> claim) {
        OptionalInt bits = claim.map(Claim::number).orElse(OptionalInt.empty());
        return bits.isPresent() ? Optional.of(new LacpState(bits.getAsInt())) : Optional.empty();
    }
}
