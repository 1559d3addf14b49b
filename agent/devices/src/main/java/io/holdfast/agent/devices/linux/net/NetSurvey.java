package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a survey of what was read: the NICs, the bonds, and what covers what. */
final class NetSurvey {

    /** More NICs than this are counted, not named. */
    private static final int MOST_NAMED = 8;

    private final HostId host;
    private final Instant at;
    private final NicJudge judge;
    private final List<Component> components = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<RedundancyGroup> groups = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();

    private NetSurvey(HostId host, Instant at, NicJudge judge) {
        this.host = host;
        this.at = at;
        this.judge = judge;
    }

    static Survey of(
            HostId host, Instant at, NicJudge judge, Map<String, NicLook> nics, NetFacts facts) {
        NetSurvey survey = new NetSurvey(host, at, judge);
        Map<String, Health> healths = new HashMap<>();
        nics.values().forEach(nic -> survey.addNic(nic, healths));
        for (Bond bond : facts.bonds()) {
            survey.addBond(bond, healths, Optional.ofNullable(facts.usage().get(bond.name())));
        }
        if (nics.isEmpty()) {
            survey.unseen.add(
                    new Unseen(
                            "network interfaces",
                            new Silence(
                                    Silence.Cause.NOT_OFFERED,
                                    "no interface here has hardware behind it",
                                    "run the agent in the host's own network namespace")));
        }
        survey.addLinkless(nics.values());
        return new Survey(
                NetProbe.NAME,
                at,
                true,
                survey.components,
                survey.observations,
                survey.groups,
                survey.unseen);
    }

    /** Says so where no NIC has a link: what the network hangs on does not show then. */
    private void addLinkless(Collection<NicLook> nics) {
        List<NetDevice> devices = nics.stream().flatMap(nic -> nic.device().stream()).toList();
        if (devices.isEmpty() || devices.stream().anyMatch(NetDevice::hasLink)) {
            return;
        }
        String which =
                devices.stream()
                        .limit(MOST_NAMED)
                        .map(nic -> nic.name() + (nic.adminUp() ? " has no link" : " is set down"))
                        .collect(Collectors.joining(", "));
        String more =
                devices.size() > MOST_NAMED
                        ? " and " + (devices.size() - MOST_NAMED) + " more"
                        : "";
        unseen.add(
                new Unseen(
                        "what the network hangs on",
                        new Silence(
                                Silence.Cause.NOT_OFFERED,
                                "no NIC of this machine has a link: " + which + more,
                                "set one up and see to its cable: ip link set "
                                        + devices.getFirst().name()
                                        + " up")));
    }

    private void addNic(NicLook look, Map<String, Health> healths) {
        ComponentId id = nic(look.name());
        components.add(Component.ofHost(id, identity(look)));
        if (look.device().isEmpty() && look.membership().flatMap(m -> m.port().mii()).isEmpty()) {
            String why = "its bond names it, but neither its files nor the bond's say how it does";
            observations.add(
                    new Observation.Silent(id, at, Silence.of(Silence.Cause.NOT_OFFERED, why)));
        } else {
            Findings findings = judge.judge(look);
            healths.put(look.name(), findings.health());
            observations.add(findings.reported(id, at, NicReadings.of(look)));
        }
        if (look.use().isPresent()) {
            groups.add(group("link:" + look.name(), new TreeSet<>(List.of(id)), 1, null));
        }
    }

    private static Map<String, String> identity(NicLook look) {
        Map<String, String> identity = new TreeMap<>();
        look.membership()
                .flatMap(place -> place.port().permanentAddress())
                .ifPresent(mac -> identity.put("address", mac.text()));
        look.device().ifPresent(device -> identity.putAll(device.identity()));
        return identity;
    }

    private void addBond(Bond bond, Map<String, Health> healths, Optional<Evidence> use) {
        ComponentId id = host.component(Kind.BOND, bond.name());
        components.add(Component.ofHost(id, Map.of("mode", bond.mode().word())));
        List<String> lost =
                bond.ports().stream()
                        .map(BondPort::nic)
                        .filter(nic -> healths.get(nic) == Health.FAILED)
                        .toList();
        List<Reading> readings =
                List.of(
                        Reading.of("members", bond.ports().size(), Unit.COUNT),
                        Reading.of("members_lost", lost.size(), Unit.COUNT),
                        Reading.of("members_needed", bond.needed(), Unit.COUNT));
        Findings findings = BondJudge.judge(bond, healths);
        use.ifPresent(evidence -> findings.add(Health.OK, evidence));
        observations.add(findings.reported(id, at, readings));
        SortedSet<ComponentId> members = new TreeSet<>();
        bond.ports().forEach(port -> members.add(nic(port.nic())));
        if (!members.isEmpty()) {
            groups.add(group(bond.name(), members, bond.needed(), id));
        }
        if (bond.mode() == BondMode.LACP && bond.partner().isEmpty()) {
            unseen.add(
                    new Unseen(
                            "LACP partner of " + bond.name(),
                            new Silence(
                                    Silence.Cause.NOT_PERMITTED,
                                    "the kernel hides it without CAP_NET_ADMIN",
                                    "grant the agent CAP_NET_ADMIN")));
        }
    }

    private RedundancyGroup group(
            String name,
            SortedSet<ComponentId> members,
            int needed,
            @Nullable ComponentId carries) {
        return new RedundancyGroup(
                new GroupId(host, name),
                Kind.NIC,
                members,
                needed,
                Optional.ofNullable(carries),
                Optional.empty());
    }

    private ComponentId nic(String name) {
        return host.component(Kind.NIC, name);
    }
}
