package io.holdfast.agent.daemon.uplink;

import io.holdfast.core.component.HostId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the agent says of itself at the start of every stream.
 *
 * @param version of the software
 * @param host where this machine stands
 * @param bootId the kernel's
 * @param capabilities beyond the protocol's version
 * @param labels what the operator calls this machine
 */
public record Greeting(
        String version,
        HostId host,
        String bootId,
        List<String> capabilities,
        SortedMap<String, String> labels) {
    public Greeting {
        capabilities = List.copyOf(capabilities);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Of a machine without labels. */
    public Greeting(String version, HostId host, String bootId, List<String> capabilities) {
        this(version, host, bootId, capabilities, new TreeMap<>());
    }
}
