package io.holdfast.collector.hosts;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back to the agent that polls a device, as far as that device goes: what is wrong with one
 * device ends no agent's stream.
 */
record DeviceLink(HostId device, AgentLink agent) implements AgentLink {

    private static final Logger log = LoggerFactory.getLogger(DeviceLink.class);

    @Override
    public String address() {
        return agent.address();
    }

    @Override
    public void acknowledge(Position durable) {
        agent.acknowledge(device, durable);
    }

    @Override
    public void acknowledge(HostId other, Position durable) {
        agent.acknowledge(other, durable);
    }

    /**
     * Nothing: where an agent leaves changes of a device out, the whole state follows by itself.
     */
    @Override
    public void requestDigest(String reason) {}

    @Override
    public void assign(FromCollector.Duties duties) {
        agent.assign(duties);
    }

    @Override
    public void heard(long heartbeat) {
        agent.heard(heartbeat);
    }

    @Override
    public void cut(CutOff reason, String detail) {
        log.warn("{}: changes refused, {}: {}", device, reason.word(), detail);
    }

    @Override
    public boolean held() {
        return agent.held();
    }
}
