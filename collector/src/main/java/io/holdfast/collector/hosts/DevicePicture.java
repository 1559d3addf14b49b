package io.holdfast.collector.hosts;

import io.holdfast.collector.rack.PolledDevice;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.core.component.HostId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the picture of a device. For the thread that owns the hosts. */
final class DevicePicture {

    private DevicePicture() {}

    static DeviceView of(DeviceBook book, Collection<Seat> seats, Predicate<HostId> heard) {
        PolledDevice device = book.device();
        Contact contact = book.host().contact();
        List<DeviceView.Reach> agents = new ArrayList<>();
        for (Seat seat : seats) {
            if (seat.admitted().contains(book.id())) {
                agents.add(reach(seat.agent(), book.reaches(), heard));
            }
        }
        boolean unheardSinceStart =
                contact.heardAt().isEmpty() && contact.lastHeardAt().isPresent();
        boolean silent = contact.silentSince().isPresent() || unheardSinceStart;
        return new DeviceView(
                book.id(),
                device.kind(),
                device.access(),
                device.every(),
                book.duty().poller(),
                book.duty().standIn(),
                silent,
                contact.lastHeardAt(),
                book.error(),
                book.lateness(),
                agents);
    }

    private static DeviceView.Reach reach(
            HostId agent, Map<HostId, Reach> reaches, Predicate<HostId> heard) {
        Optional<Reach> reach = Optional.ofNullable(reaches.get(agent));
        return new DeviceView.Reach(
                agent,
                heard.test(agent),
                reach.flatMap(Reach::answeredAt),
                reach.map(Reach::failures).orElse(0),
                reach.flatMap(Reach::error));
    }
}
