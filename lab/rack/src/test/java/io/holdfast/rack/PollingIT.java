package io.holdfast.rack;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.core.assignment.Rendezvous;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Standing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One collector, three real agents and their devices on loopback; order and counts, no times. */
final class PollingIT {

    private static final int DEVICES = 9;
    private static final List<HostId> HOSTS = List.of(Rack.host(1), Rack.host(2), Rack.host(3));

    @TempDir Path directory;

    @Test
    void aKilledAgentMovesItsDevicesToTheirStandInsAndNoOthers() throws Exception {
        try (Rack rack = new Rack(directory, DEVICES, HOSTS.size())) {
            settle(rack, DEVICES);
            Map<HostId, DeviceView> before = byId(rack);
            HostId victim = of(before, Rack.device(1)).poller().orElseThrow();
            int movesBefore = rack.moves().size();

            rack.kill(victim);
            Rack.await(
                    "nothing is polled by " + victim,
                    () -> rack.views().stream().noneMatch(v -> isPolledBy(v, victim)));

            List<HostId> its =
                    before.values().stream()
                            .filter(v -> isPolledBy(v, victim))
                            .map(DeviceView::id)
                            .toList();
            // A move is seen before it is on disk, where history is read.
            Rack.await(
                    "history tells of it", () -> rack.moves().size() >= movesBefore + its.size());
            List<Event.DeviceMoved> moved = rack.moves().subList(movesBefore, rack.moves().size());
            assertThat(moved).extracting(Event.DeviceMoved::host).containsExactlyElementsOf(its);
            for (Event.DeviceMoved move : moved) {
                assertThat(move.from()).contains(victim);
                assertThat(move.to()).isEqualTo(of(before, move.host()).standIn());
            }
            byId(rack)
                    .forEach(
                            (id, now) -> {
                                if (!its.contains(id)) {
                                    assertThat(now.poller()).isEqualTo(of(before, id).poller());
                                }
                            });
            for (HostId device : its) {
                String next = of(before, device).standIn().orElseThrow().host();
                int asked = rack.echo(device).askedBy(next);
                Rack.await(
                        next + " asks " + device,
                        () -> rack.echo(device).askedBy(next) > asked + 2);
            }
            nothingFlickered(rack);
        }
    }

    @Test
    void anAgentThatNoLongerReachesADeviceLosesItToOneThatDoes() throws Exception {
        try (Rack rack = new Rack(directory, 3, HOSTS.size())) {
            settle(rack, 3);
            HostId device = Rack.device(1);
            HostId cut = rack.view(device).poller().orElseThrow();
            Map<HostId, DeviceView> before = byId(rack);

            rack.echo(device).deafTo(cut.host());
            Rack.await(
                    "another polls " + device,
                    () ->
                            rack.view(device).poller().isPresent()
                                    && !isPolledBy(rack.view(device), cut));

            assertThat(rack.view(device).silent()).isFalse();
            byId(rack)
                    .forEach(
                            (id, now) -> {
                                if (!id.equals(device)) {
                                    assertThat(now.poller()).isEqualTo(of(before, id).poller());
                                }
                            });
            nothingFlickered(rack);
            // What the device says now comes in through its new poller.
            rack.echo(device).health("failed");
            Rack.await("PS1 has failed", () -> standings(rack, device).contains(Standing.FAILED));
        }
    }

    @Test
    void aRevokedAgentPollsNothingAnyMore() throws Exception {
        try (Rack rack = new Rack(directory, 3, HOSTS.size())) {
            settle(rack, 3);
            HostId device = Rack.device(1);
            HostId revoked = rack.view(device).poller().orElseThrow();

            assertThat(rack.collector().operations().agents().revoke(revoked, "test", "stolen"))
                    .isEqualTo(1);
            Rack.await(
                    "nothing is polled by " + revoked,
                    () -> rack.views().stream().noneMatch(v -> isPolledBy(v, revoked)));
            String heir = rack.view(device).poller().orElseThrow().host();
            int asked = rack.echo(device).askedBy(heir);
            Rack.await("the heir asks", () -> rack.echo(device).askedBy(heir) > asked + 2);
            nothingFlickered(rack);
        }
    }

    @Test
    void aReloadAddsAndRemovesDevices() throws Exception {
        try (Rack rack = new Rack(directory, 3, HOSTS.size())) {
            settle(rack, 3);
            rack.exchange(Rack.device(1), Rack.device(7));
            settle(rack, 3);
            assertThat(byId(rack)).containsOnlyKeys(Rack.device(2), Rack.device(3), Rack.device(7));
            assertThat(rack.collector().operations().reports().host(Rack.device(1))).isEmpty();
            assertThat(standings(rack, Rack.device(7)))
                    .containsExactly(Standing.WORKING, Standing.WORKING);
        }
    }

    @Test
    void aDeviceThatAnswersNobodyIsSilentAndHasNotFailed() throws Exception {
        try (Rack rack = new Rack(directory, 2, HOSTS.size())) {
            settle(rack, 2);
            HostId device = Rack.device(1);
            int moves = rack.moves().size();
            rack.echo(device).deaf(true);
            Rack.await("it is silent", () -> rack.view(device).silent());
            assertThat(rack.view(device).error().orElseThrow().detail()).contains("no echo");
            assertThat(standings(rack, device)).containsExactly(Standing.UNKNOWN, Standing.UNKNOWN);
            assertThat(rack.moves()).hasSize(moves);
            rack.echo(device).deaf(false);
            Rack.await("it answers again", () -> !rack.view(device).silent());
            assertThat(standings(rack, device)).containsExactly(Standing.WORKING, Standing.WORKING);
        }
    }

    /** Every device is polled by the first of its order, stood in for by the second, and known. */
    private static void settle(Rack rack, int devices) throws InterruptedException {
        Rack.await(
                "everything is where it belongs",
                () ->
                        rack.views().size() == devices
                                && rack.views().stream().allMatch(v -> isAtHome(rack, v)));
        awaitHistory(rack);
    }

    /** History is written after the fact: waits until it tells of every poller of now. */
    private static void awaitHistory(Rack rack) throws InterruptedException {
        Rack.await(
                "history knows who polls",
                () -> {
                    Map<HostId, Optional<HostId>> told = new HashMap<>();
                    rack.moves().forEach(move -> told.put(move.host(), move.to()));
                    return rack.views().stream().allMatch(v -> v.poller().equals(told.get(v.id())));
                });
    }

    private static boolean isAtHome(Rack rack, DeviceView view) {
        List<HostId> order = Rendezvous.order(view.id(), HOSTS);
        return isPolledBy(view, order.get(0))
                && view.standIn().filter(order.get(1)::equals).isPresent()
                && view.answeredAt().isPresent()
                && standings(rack, view.id()).size() == 2;
    }

    private static boolean isPolledBy(DeviceView view, HostId agent) {
        return view.poller().filter(agent::equals).isPresent();
    }

    private static Map<HostId, DeviceView> byId(Rack rack) {
        Map<HostId, DeviceView> views = new HashMap<>();
        rack.views().forEach(view -> views.put(view.id(), view));
        return views;
    }

    private static DeviceView of(Map<HostId, DeviceView> views, HostId device) {
        return Objects.requireNonNull(views.get(device));
    }

    private static List<Standing> standings(Rack rack, HostId device) {
        return rack.collector()
                .operations()
                .reports()
                .host(device)
                .map(view -> view.components().stream().map(c -> c.standing()).toList())
                .orElse(List.of());
    }

    /** Each part was seen working once, and nothing else was ever said of it. */
    private static void nothingFlickered(Rack rack) {
        assertThat(rack.events())
                .noneMatch(Event.DeviceSilent.class::isInstance)
                .filteredOn(Event.ComponentChanged.class::isInstance)
                .allSatisfy(
                        event -> {
                            Event.ComponentChanged changed = (Event.ComponentChanged) event;
                            assertThat(changed.before()).isEmpty();
                            assertThat(changed.after()).isEqualTo(Standing.WORKING);
                        });
        rack.views()
                .forEach(
                        view ->
                                assertThat(
                                                rack.collector()
                                                        .operations()
                                                        .reports()
                                                        .host(view.id())
                                                        .orElseThrow()
                                                        .components())
                                        .hasSize(2)
                                        .allMatch(
                                                c ->
                                                        c.observation()
                                                                instanceof Observation.Reported));
    }
}
