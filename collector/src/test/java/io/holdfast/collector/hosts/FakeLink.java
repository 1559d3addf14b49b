package io.holdfast.collector.hosts;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.stream.FromCollector;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent's stream that only remembers. */
final class FakeLink implements AgentLink {

    final List<Position> acknowledged = new CopyOnWriteArrayList<>();
    final List<String> digestRequests = new CopyOnWriteArrayList<>();
    final Map<HostId, Position> ofDevices = new ConcurrentHashMap<>();
    final List<FromCollector.Duties> assigned = new CopyOnWriteArrayList<>();
    final List<CutOff> cuts = new CopyOnWriteArrayList<>();
    final List<Long> heard = new CopyOnWriteArrayList<>();
    volatile boolean held;
    volatile String address = "10.0.0.1:40000";

    @Override
    public String address() {
        return address;
    }

    @Override
    public void acknowledge(Position durable) {
        acknowledged.add(durable);
    }

    @Override
    public void acknowledge(HostId device, Position durable) {
        ofDevices.put(device, durable);
    }

    @Override
    public void assign(FromCollector.Duties duties) {
        assigned.add(duties);
    }

    @Override
    public void requestDigest(String reason) {
        digestRequests.add(reason);
    }

    @Override
    public void heard(long heartbeat) {
        heard.add(heartbeat);
    }

    @Override
    public void cut(CutOff reason, String detail) {
        cuts.add(reason);
    }

    @Override
    public boolean held() {
        return held;
    }

    /** The highest round of the duties that were told last. */
    long lastRound() {
        return assigned.isEmpty()
                ? 0
                : assigned.getLast().duties().stream().mapToLong(DeviceDuty::round).max().orElse(0);
    }
}
