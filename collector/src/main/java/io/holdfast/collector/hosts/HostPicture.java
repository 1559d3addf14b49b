package io.holdfast.collector.hosts;

import io.holdfast.collector.assessment.HostSituation;
import io.holdfast.collector.assessment.Judgement;
import io.holdfast.collector.assessment.SilentView;
import io.holdfast.collector.inventory.Accepted;
import io.holdfast.collector.view.AcceptanceView;
import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.LastKnownView;
import io.holdfast.collector.view.SpofView;
import io.holdfast.collector.view.UnseenView;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Expected;
import io.holdfast.core.inventory.Needs;
import io.holdfast.core.inventory.Pinned;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.state.HostState;
import io.holdfast.wire.stream.FromAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the picture of a host that a report shows. For the thread that owns the hosts. */
final class HostPicture {

    private HostPicture() {}

    static HostView of(
            HostBook book, Needs needs, Instant now, long nanos, Optional<DeviceView> device) {
        Expected expected = book.expected(needs, now);
        Optional<Instant> silentSince = book.contact().silentSince();
        HostSituation situation = new HostSituation();
        Judgement judgement =
                situation.judge(
                        silentSince.isPresent()
                                ? silent(expected, silentSince.get(), device, book.contact())
                                : expected);
        Pinned pinned = book.accepted().map(Accepted::pinned).orElse(Pinned.NOTHING);
        return new HostView(
                book.host(),
                agent(book, nanos),
                book.accepted().map(a -> new AcceptanceView(a.at(), a.by())),
                components(book.state(), pinned, judgement, silentSince),
                List.copyOf(judgement.groups().values()),
                spofs(situation, judgement),
                book.state().unseen().entrySet().stream()
                        .flatMap(e -> e.getValue().stream().map(u -> new UnseenView(e.getKey(), u)))
                        .toList(),
                judgement.differences(),
                book.state().looks(),
                silentSince.map(since -> lastKnown(expected, since)),
                device);
    }

    private static LastKnownView lastKnown(Expected expected, Instant at) {
        Judgement then = new HostSituation().judge(expected);
        return new LastKnownView(at, List.copyOf(then.groups().values()));
    }

    private static Expected silent(
            Expected expected, Instant since, Optional<DeviceView> device, Contact contact) {
        return device.map(its -> SilentView.of(expected, since, silence(its)))
                .or(() -> contact.revoked().map(by -> SilentView.of(expected, since, by)))
                .orElseGet(() -> SilentView.of(expected, since));
    }

    private static Silence silence(DeviceView device) {
        return device.error()
                .orElseGet(
                        () -> Silence.of(Silence.Cause.TIMED_OUT, "its poller says nothing of it"));
    }

    static AgentView agent(HostBook book, long nanos) {
        Contact contact = book.contact();
        Optional<FromAgent.Heartbeat> heartbeat = contact.heartbeat();
        return new AgentView(
                book.host(),
                contact.link().isPresent(),
                contact.silentSince().isPresent(),
                contact.lastHeardAt(),
                contact.connectedAt(),
                contact.version(),
                book.durable(),
                contact.claimed(),
                heartbeat.map(FromAgent.Heartbeat::dropped).orElse(0L),
                heartbeat.map(FromAgent.Heartbeat::spooled).orElse(0L),
                contact.clockOffset(),
                heartbeat.map(FromAgent.Heartbeat::pollLateness).orElse(Duration.ZERO),
                heartbeat.map(FromAgent.Heartbeat::rssBytes).orElse(0L),
                heartbeat.map(FromAgent.Heartbeat::cpu).orElse(Duration.ZERO),
                contact.revoked(),
                contact.speakers().doubled(nanos));
    }

    private static List<ComponentView> components(
            HostState state, Pinned pinned, Judgement judgement, Optional<Instant> silentSince) {
        List<ComponentView> views = new ArrayList<>();
        judgement
                .observations()
                .forEach(
                        (id, observation) ->
                                views.add(
                                        new ComponentView(
                                                component(id, state, pinned),
                                                state.probe(id),
                                                observation,
                                                standing(judgement, id),
                                                confirmedAt(id, state, observation, silentSince),
                                                pinned.components().containsKey(id))));
        return views;
    }

    private static Component component(ComponentId id, HostState state, Pinned pinned) {
        return Stream.of(state.components().get(id), pinned.components().get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Component.of(id));
    }

    private static Standing standing(Judgement judgement, ComponentId id) {
        return judgement.standings().getOrDefault(id, Standing.UNKNOWN);
    }

    private static Optional<Instant> confirmedAt(
            ComponentId id,
            HostState state,
            Observation observation,
            Optional<Instant> silentSince) {
        if (silentSince.isPresent()) {
            return Optional.of(observation.at());
        }
        return state.confirmedAt(id).or(() -> Optional.of(observation.at()));
    }

    private static List<SpofView> spofs(HostSituation situation, Judgement judgement) {
        List<SpofView> spofs = new ArrayList<>();
        situation
                .stoppedByLossOf()
                .forEach(
                        (component, groups) ->
                                spofs.add(
                                        new SpofView(
                                                component,
                                                groups,
                                                groups.stream()
                                                        .allMatch(g -> byDesign(judgement, g)))));
        return spofs;
    }

    private static boolean byDesign(Judgement judgement, GroupId group) {
        Assessment assessment = judgement.groups().get(group);
        return assessment != null && assessment.withoutSpareByDesign();
    }
}
