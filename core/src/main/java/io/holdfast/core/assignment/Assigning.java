package io.holdfast.core.assignment;

import io.holdfast.core.component.HostId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides who polls a device and who stands in. Pure.
 *
 * <ul>
 *   <li>The heaviest steady agent polls, the next one stands in.
 *   <li>Where none is steady, whoever has the duty keeps it, then the stand-in, then the heaviest.
 *   <li>Where the device answers nobody, whoever polled goes on, so that its return is noticed.
 * </ul>
 *
 * <p>So a lost agent moves its own devices and no others, and an agent that comes and goes moves
 * nothing until it has stayed.
 */
public final class Assigning {

    private Assigning() {}

    /**
     * The duty that follows.
     *
     * @param candidates the agents that are heard and have ever reached the device, each with its
     *     footing
     * @param before the duty so far
     */
    public static Duty next(HostId device, SortedMap<HostId, Footing> candidates, Duty before) {
        Optional<HostId> poller = poller(device, candidates, before);
        if (poller.isEmpty()) {
            return Duty.NOBODY;
        }
        Predicate<HostId> other = agent -> !poller.get().equals(agent);
        Optional<HostId> standIn =
                Stream.of(
                                on(Footing.STEADY, device, candidates).filter(other),
                                kept(Footing.FRESH, before.standIn(), candidates).filter(other),
                                kept(Footing.FRESH, before.poller(), candidates).filter(other),
                                on(Footing.FRESH, device, candidates).filter(other))
                        .flatMap(choice -> choice)
                        .findFirst();
        return new Duty(poller, standIn);
    }

    private static Optional<HostId> poller(
            HostId device, SortedMap<HostId, Footing> candidates, Duty before) {
        return Stream.of(
                        on(Footing.STEADY, device, candidates),
                        kept(Footing.FRESH, before.poller(), candidates),
                        kept(Footing.FRESH, before.standIn(), candidates),
                        on(Footing.FRESH, device, candidates),
                        kept(Footing.DOUBTFUL, before.poller(), candidates),
                        kept(Footing.DOUBTFUL, before.standIn(), candidates),
                        on(Footing.DOUBTFUL, device, candidates))
                .flatMap(choice -> choice)
                .findFirst();
    }

    private static Stream<HostId> on(
            Footing footing, HostId device, SortedMap<HostId, Footing> candidates) {
        List<HostId> agents =
                candidates.entrySet().stream()
                        .filter(e -> e.getValue() == footing)
                        .map(Map.Entry::getKey)
                        .toList();
        return Rendezvous.order(device, agents).stream();
    }

    private static Stream<HostId> kept(
            Footing footing, Optional<HostId> agent, SortedMap<HostId, Footing> candidates) {
        return agent.filter(a -> candidates.get(a) == footing).stream();
    }
}
