package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.CounterRates;
import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.core.observation.Evidence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What earlier looks add to this one: how counters grew, which speed a NIC once had, and what it
 * carried.
 *
 * <p>What a NIC carried is remembered because it goes with the link: routes and addresses leave an
 * interface that is set down or loses its carrier, and it did not become unused by that. It is
 * forgotten when the interface goes, and when the agent starts anew.
 */
final class NetMemory {

    private final CounterRates rates;
    private final Map<String, Integer> fastest = new HashMap<>();
    private final Map<String, NicPast> pasts = new HashMap<>();

    NetMemory(CounterRates rates) {
        this.rates = rates;
    }

    /** Takes in a look, and gives what is known of each NIC, by name. */
    Map<String, NicLook> join(NetFacts facts, long nanos) {
        Map<String, NicLook.Membership> places = places(facts);
        Map<String, Rate> grown = rates.look(nanos, counters(facts));
        Set<String> here =
                facts.devices().values().stream().map(NetMemory::key).collect(Collectors.toSet());
        fastest.keySet().retainAll(here);
        pasts.keySet().retainAll(here);
        Map<String, NicLook> looks = new TreeMap<>();
        places.forEach((name, place) -> looks.put(name, look(facts, name, place, grown)));
        for (String name : facts.devices().keySet()) {
            looks.computeIfAbsent(name, nic -> look(facts, nic, null, grown));
        }
        return looks;
    }

    private NicLook look(
            NetFacts facts,
            String name,
            NicLook.@Nullable Membership place,
            Map<String, Rate> grown) {
        Optional<NetDevice> device = Optional.ofNullable(facts.devices().get(name));
        Map<String, Rate> own = new LinkedHashMap<>();
        device.ifPresent(
                nic ->
                        nic.counters()
                                .forEach(
                                        (counter, _) -> {
                                            Rate rate = grown.get(key(nic) + counter);
                                            if (rate != null) {
                                                own.put(counter, rate);
                                            }
                                        }));
        Optional<NicLook.Membership> membership = Optional.ofNullable(place);
        Optional<NicPast> past = device.map(nic -> past(facts, nic, membership));
        return new NicLook(
                name,
                device,
                membership,
                past.flatMap(NicPast::use),
                past.flatMap(p -> p.carried(membership)),
                own,
                device.flatMap(nic -> expected(facts, nic, membership)));
    }

    private NicPast past(NetFacts facts, NetDevice nic, Optional<NicLook.Membership> membership) {
        NicPast before = pasts.getOrDefault(key(nic), NicPast.NOTHING);
        NicPast now = before.after(nic, membership, use(facts, nic));
        pasts.put(key(nic), now);
        return now;
    }

    private static Optional<Evidence> use(NetFacts facts, NetDevice nic) {
        Evidence use = facts.usage().get(nic.name());
        if (use == null && !nic.uppers().isEmpty()) {
            String upper = nic.uppers().getFirst();
            use = Evidence.ofFile(nic.file("upper_" + upper), upper, "carries " + nic.uppers());
        }
        return Optional.ofNullable(use);
    }

    private Optional<NicLook.ExpectedSpeed> expected(
            NetFacts facts, NetDevice nic, Optional<NicLook.Membership> place) {
        int most = nic.offered().orElse(0);
        String because = "both ends offered it";
        int before = fastest.merge(key(nic), nic.megabits().orElse(0), Math::max);
        if (before > most) {
            most = before;
            because = "it had that before";
        }
        for (BondPort port :
                place.map(NicLook.Membership::bond).map(Bond::ports).orElse(List.of())) {
            NetDevice sibling = facts.devices().get(port.nic());
            int theirs = sibling == null ? 0 : sibling.megabits().orElse(0);
            if (theirs > most) {
                most = theirs;
                because = port.nic() + " of the same bond has it";
            }
        }
        return most > 0 ? Optional.of(new NicLook.ExpectedSpeed(most, because)) : Optional.empty();
    }

    private static Map<String, NicLook.Membership> places(NetFacts facts) {
        Map<String, NicLook.Membership> places = new TreeMap<>();
        for (Bond bond : facts.bonds()) {
            for (BondPort port : bond.ports()) {
                places.putIfAbsent(port.nic(), new NicLook.Membership(bond, port));
            }
        }
        return places;
    }

    private static Map<String, Long> counters(NetFacts facts) {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (NetDevice nic : facts.devices().values()) {
            nic.counters().forEach((counter, value) -> counters.put(key(nic) + counter, value));
        }
        return counters;
    }

    /** A name may pass to another device, an index does not. */
    private static String key(NetDevice nic) {
        return nic.index() + "/" + nic.name() + "/";
    }
}
