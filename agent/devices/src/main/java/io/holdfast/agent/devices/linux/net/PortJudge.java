package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.core.observation.Health;
import java.util.Optional;

/**
 * Says whether a member does its part of its bond.
 *
 * <p>A link that is up is not enough: with LACP a member carries traffic only in the active
 * aggregator and while both ends collect and distribute.
 */
final class PortJudge {

    private PortJudge() {}

    /**
     * @param hasSpeed whether the NIC itself shows a speed; empty where that is not known
     */
    static Findings judge(Bond bond, BondPort port, Optional<Boolean> hasSpeed) {
        Findings findings = new Findings();
        Optional<Claim> down = port.mii().filter(mii -> !mii.text().equals("up"));
        down.ifPresent(mii -> findings.add(Health.FAILED, mii.evidence(miiMeaning(mii, bond))));
        if (bond.mode() == BondMode.LACP && down.isEmpty()) {
            judgeLacp(findings, bond, port, hasSpeed);
        }
        return findings;
    }

    private static String miiMeaning(Claim mii, Bond bond) {
        return switch (mii.text()) {
            case "going down" -> bond.name() + " lost this link and waits out downdelay";
            case "going back" -> bond.name() + " waits out updelay before it uses this link again";
            default -> bond.name() + " does not use this link";
        };
    }

    private static void judgeLacp(
            Findings findings, Bond bond, BondPort port, Optional<Boolean> hasSpeed) {
        boolean aggregates = bond.aggregates(port).orElse(true);
        if (!aggregates) {
            port.aggregator()
                    .ifPresent(claim -> findings.add(Health.FAILED, claim.evidence(outside(bond))));
        }
        judgeSpeed(findings, bond, port, hasSpeed);
        Optional<Claim> noPartner = bond.noPartner();
        if (noPartner.isPresent()) {
            noPartner.ifPresent(
                    claim ->
                            findings.add(
                                    Health.DEGRADED,
                                    claim.evidence("no switch answers by LACP: " + ONE_PORT)));
            return;
        }
        port.actorState()
                .filter(state -> !state.carries())
                .flatMap(state -> port.actor().map(claim -> claim.evidence(idle("our end", state))))
                .ifPresent(evidence -> findings.add(Health.FAILED, evidence));
        port.partnerState()
                .filter(PortJudge::partnerDeaf)
                .flatMap(
                        state ->
                                port.partner()
                                        .map(claim -> claim.evidence(idle("the switch", state))))
                .ifPresent(evidence -> findings.add(Health.FAILED, evidence));
    }

    /** What a bond without a partner is reduced to. */
    static final String ONE_PORT = "the bond works through one port only";

    private static void judgeSpeed(
            Findings findings, Bond bond, BondPort port, Optional<Boolean> hasSpeed) {
        boolean speedless =
                port.speed().map(speed -> !startsWithDigit(speed.text())).orElse(false)
                        || !hasSpeed.orElse(true);
        if (!speedless) {
            return;
        }
        // Alone in the active aggregator it still carries; it only cannot be joined by another.
        Health health = bond.aggregates(port).orElse(false) ? Health.DEGRADED : Health.FAILED;
        Claim claim =
                port.speed()
                        .orElse(new Claim("none", NetDeviceFiles.NET + port.nic() + "/speed", ""));
        findings.add(health, claim.evidence("up, but without a speed 802.3ad cannot aggregate it"));
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    private static boolean partnerDeaf(LacpState partner) {
        return !partner.has(LacpState.Flag.SYNCHRONIZATION)
                || !partner.has(LacpState.Flag.COLLECTING);
    }

    private static String outside(Bond bond) {
        String active = bond.aggregator().map(Claim::text).orElse("unknown");
        return "outside the active aggregator " + active + ", so it carries nothing";
    }

    private static String idle(String end, LacpState state) {
        return end + " does not carry traffic: " + state.words();
    }
}
