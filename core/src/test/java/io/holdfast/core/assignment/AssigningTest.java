package io.holdfast.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.HostId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of sharing devices out, over many devices and agents. */
class AssigningTest {

    private static final long SEED = 20_261_124;
    private static final int DEVICES = 2_000;
    private static final int AGENTS = 10;

    private static final List<Footing> FOOTINGS = List.of(Footing.values());

    private final List<HostId> devices = named("dev", DEVICES);
    private final List<HostId> agents = named("host", AGENTS);

    @Test
    void weightsNeverChange() {
        HostId device = new HostId("ber1", "r12", "sw1");
        HostId agent = new HostId("ber1", "r12", "db07");
        // Another weight would move every device of every site at the next update.
        assertThat(Long.toHexString(Rendezvous.weight(device, agent)))
                .isEqualTo("375fed54590856c0");
    }

    @Test
    void theOrderInWhichAgentsAreNamedDoesNotMatter() {
        Random random = new Random(SEED);
        for (HostId device : devices.subList(0, 200)) {
            List<HostId> shuffled = new ArrayList<>(agents);
            Collections.shuffle(shuffled, random);
            assertThat(Rendezvous.order(device, shuffled))
                    .as("seed %s", SEED)
                    .isEqualTo(Rendezvous.order(device, agents));
        }
    }

    @Test
    void everyAgentHasItsShare() {
        Map<HostId, Integer> polls = new HashMap<>();
        Map<HostId, Integer> standsIn = new HashMap<>();
        share(all(Footing.STEADY), Map.of())
                .values()
                .forEach(
                        duty -> {
                            duty.poller().ifPresent(a -> polls.merge(a, 1, Integer::sum));
                            duty.standIn().ifPresent(a -> standsIn.merge(a, 1, Integer::sum));
                        });
        int fair = DEVICES / AGENTS;
        assertThat(polls).hasSize(AGENTS);
        // Six standard deviations of a fair draw: sqrt(2000 * 0.1 * 0.9) = 13.4.
        assertThat(polls.values()).allSatisfy(n -> assertThat(n).isBetween(fair - 80, fair + 80));
        assertThat(standsIn.values())
                .allSatisfy(n -> assertThat(n).isBetween(fair - 80, fair + 80));
    }

    @Test
    void aLostAgentMovesItsOwnDevicesToTheirStandInsAndNoOthers() {
        for (HostId lost : agents) {
            Map<HostId, Duty> before = share(all(Footing.STEADY), Map.of());
            SortedMap<HostId, Footing> left = all(Footing.STEADY);
            left.remove(lost);
            Map<HostId, Duty> after = share(left, before);
            before.forEach(
                    (device, was) -> {
                        Duty is = duty(after, device);
                        if (was.isPolledBy(lost)) {
                            assertThat(is.poller()).isEqualTo(was.standIn());
                        } else {
                            assertThat(is.poller()).isEqualTo(was.poller());
                        }
                        if (!was.isPolledBy(lost) && !was.isStoodInBy(lost)) {
                            assertThat(is).isEqualTo(was);
                        }
                    });
        }
    }

    @Test
    void aNewAgentTakesDevicesOnlyForItself() {
        Map<HostId, Duty> before = share(all(Footing.STEADY), Map.of());
        HostId fresh = new HostId("ber1", "r12", "new");
        SortedMap<HostId, Footing> more = all(Footing.STEADY);
        more.put(fresh, Footing.STEADY);
        Map<HostId, Duty> after = share(more, before);
        List<HostId> moved =
                devices.stream()
                        .filter(d -> !duty(before, d).poller().equals(duty(after, d).poller()))
                        .toList();
        assertThat(moved).allMatch(d -> duty(after, d).isPolledBy(fresh));
        assertThat(moved.size()).isBetween(DEVICES / (AGENTS + 1) / 2, DEVICES / AGENTS * 2);
    }

    @Test
    void anAgentThatComesAndGoesMovesNothingUntilItHasStayed() {
        HostId flapping = agents.getFirst();
        SortedMap<HostId, Footing> without = all(Footing.STEADY);
        without.remove(flapping);
        Map<HostId, Duty> settled = share(without, Map.of());
        SortedMap<HostId, Footing> back = new TreeMap<>(without);
        back.put(flapping, Footing.FRESH);
        Map<HostId, Duty> now = settled;
        for (int i = 0; i < 5; i++) {
            now = share(back, now);
            assertThat(now).isEqualTo(settled);
            now = share(without, now);
            assertThat(now).isEqualTo(settled);
        }
    }

    @Test
    void whileNobodyIsSteadyWhoeverHasTheDutyKeepsIt() {
        HostId device = devices.getFirst();
        HostId first = agents.get(3);
        SortedMap<HostId, Footing> alone = new TreeMap<>();
        alone.put(first, Footing.FRESH);
        Duty duty = Assigning.next(device, alone, Duty.NOBODY);
        assertThat(duty).isEqualTo(new Duty(Optional.of(first), Optional.empty()));
        Duty later = Assigning.next(device, all(Footing.FRESH), duty);
        assertThat(later.poller()).contains(first);
        assertThat(Assigning.next(device, all(Footing.FRESH), later)).isEqualTo(later);
    }

    @Test
    void aDeviceThatAnswersNobodyStaysWhereItIs() {
        HostId device = devices.getFirst();
        Duty before = Assigning.next(device, all(Footing.STEADY), Duty.NOBODY);
        Duty after = Assigning.next(device, all(Footing.DOUBTFUL), before);
        assertThat(after).isEqualTo(new Duty(before.poller(), Optional.empty()));
        assertThat(Assigning.next(device, new TreeMap<>(), before)).isEqualTo(Duty.NOBODY);
    }

    @Test
    void whoDoesNotReachTheDeviceLosesItToWhoDoes() {
        HostId device = devices.getFirst();
        Duty before = Assigning.next(device, all(Footing.STEADY), Duty.NOBODY);
        SortedMap<HostId, Footing> candidates = all(Footing.STEADY);
        candidates.put(before.poller().orElseThrow(), Footing.DOUBTFUL);
        Duty after = Assigning.next(device, candidates, before);
        assertThat(after.poller()).isEqualTo(before.standIn());
    }

    /** Whatever comes and goes, one poller at most, never standing in for itself, never unfit. */
    @Test
    void everyDutyIsWithTheBestThereIs() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            SortedMap<HostId, Footing> candidates = new TreeMap<>();
            for (HostId agent : agents) {
                int draw = random.nextInt(4);
                if (draw < 3) {
                    candidates.put(agent, FOOTINGS.get(draw));
                }
            }
            HostId device = devices.get(random.nextInt(DEVICES));
            Duty before = Assigning.next(device, all(FOOTINGS.get(i % 3)), Duty.NOBODY);
            Duty duty = Assigning.next(device, candidates, before);
            assertThat(duty.poller().isPresent())
                    .as("seed %s round %s", SEED, i)
                    .isEqualTo(!candidates.isEmpty());
            Optional<Footing> best = candidates.values().stream().sorted().findFirst();
            assertThat(duty.poller().map(agent -> candidates.get(agent))).isEqualTo(best);
            duty.standIn()
                    .ifPresent(a -> assertThat(candidates.get(a)).isNotEqualTo(Footing.DOUBTFUL));
            // What is decided stays decided.
            assertThat(Assigning.next(device, candidates, duty)).isEqualTo(duty);
        }
    }

    private Map<HostId, Duty> share(
            SortedMap<HostId, Footing> candidates, Map<HostId, Duty> before) {
        Map<HostId, Duty> after = new HashMap<>();
        for (HostId device : devices) {
            Duty was = before.getOrDefault(device, Duty.NOBODY);
            after.put(device, Assigning.next(device, candidates, was));
        }
        return after;
    }

    private static Duty duty(Map<HostId, Duty> duties, HostId device) {
        return duties.getOrDefault(device, Duty.NOBODY);
    }

    private SortedMap<HostId, Footing> all(Footing footing) {
        SortedMap<HostId, Footing> candidates = new TreeMap<>();
        agents.forEach(agent -> candidates.put(agent, footing));
        return candidates;
    }

    private static List<HostId> named(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new HostId("ber1", "r12", name + i))
                .toList();
    }
}
