package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how a bond does, apart from how many spares it has: that is its group's business. */
final class BondJudge {

    private BondJudge() {}

    /**
     * @param members the health of each member of which something is known
     */
    static Findings judge(Bond bond, Map<String, Health> members) {
        Findings findings = new Findings();
        String flags = NetDeviceFiles.NET + bond.name() + "/flags";
        if (!bond.adminUp()) {
            findings.add(Health.FAILED, Evidence.ofFile(flags, "down", "set down by someone"));
            return findings;
        }
        judgeSetup(findings, bond);
        judgeMembers(findings, bond, members);
        bond.mii()
                .ifPresent(
                        mii ->
                                findings.add(
                                        mii.text().equals("up") ? Health.OK : Health.FAILED,
                                        mii.evidence(bond.mode().word())));
        return findings;
    }

    /** What is wrong with the bond itself, whatever its members do. */
    private static void judgeSetup(Findings findings, Bond bond) {
        bond.aggregator()
                .filter(claim -> bond.mode() == BondMode.LACP && claim.text().equals("0"))
                .map(claim -> claim.evidence("no active aggregator"))
                .ifPresent(evidence -> findings.add(Health.FAILED, evidence));
        bond.noPartner()
                .map(claim -> claim.evidence("no switch answers by LACP: " + PortJudge.ONE_PORT))
                .ifPresent(evidence -> findings.add(Health.DEGRADED, evidence));
        bond.miiInterval()
                .filter(_ -> bond.unwatched())
                .map(claim -> claim.evidence("watches no link, so it will not fail over"))
                .ifPresent(evidence -> findings.add(Health.DEGRADED, evidence));
    }

    private static void judgeMembers(Findings findings, Bond bond, Map<String, Health> members) {
        List<String> names = bond.ports().stream().map(BondPort::nic).toList();
        List<String> lost =
                names.stream().filter(name -> members.get(name) == Health.FAILED).toList();
        int mayWork = names.size() - lost.size();
        if (names.isEmpty()) {
            findings.add(Health.FAILED, listed(bond, "has no members"));
        } else if (mayWork < bond.needed()) {
            String label = mayWork + " of " + names.size() + " members work, needs ";
            findings.add(Health.FAILED, listed(bond, label + bond.needed()));
        } else if (!lost.isEmpty()) {
            findings.add(Health.DEGRADED, listed(bond, "lost " + String.join(", ", lost)));
        }
        if (mayWork > 0) {
            judgeActive(findings, bond, lost);
        }
    }

    private static Evidence listed(Bond bond, String label) {
        return bond.members()
                .map(claim -> claim.evidence(label))
                .orElseGet(
                        () -> new Evidence("the kernel", "", "", "gives no list of its members"));
    }

    private static void judgeActive(Findings findings, Bond bond, List<String> lost) {
        if (!bond.mode().hasActiveMember()) {
            return;
        }
        Optional<Claim> active = bond.active();
        if (active.isEmpty()) {
            String file = NetDeviceFiles.NET + bond.name() + "/bonding/active_slave";
            findings.add(Health.FAILED, Evidence.ofFile(file, "", "no member is active"));
        }
        // A watched bond leaves a dead member within its interval; looks may come in between.
        Health stuck = bond.unwatched() ? Health.FAILED : Health.DEGRADED;
        active.filter(claim -> lost.contains(claim.text()))
                .ifPresent(
                        claim ->
                                findings.add(
                                        stuck,
                                        claim.evidence("still the active member, but lost")));
    }
}
