package io.holdfast.cli.local;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.knowledge.DeviceKnowledge;
import io.holdfast.mibs.walk.Walk;
import java.time.InstantSource;
import java.util.Set;

/**
 * Looks at a device that answers from a recorded walk.
 *
 * @param host what the device is called
 * @param knowledge what is known of it
 * @param walk what it said
 * @param clock the time
 */
public record RecordedProbe(HostId host, DeviceKnowledge knowledge, Walk walk, InstantSource clock)
        implements Probe {

    @Override
    public String name() {
        return "snmp";
    }

    @Override
    public Survey look() {
        return knowledge.evaluate(host, name(), clock.instant(), walk.said(), Set.of());
    }
}
