package io.holdfast.core.topology;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one host or device, as the graph needs it.
 *
 * @param device what it is, for a device that agents poll; empty for a host with an agent
 * @param components its parts that are listed or accepted
 * @param groups its groups
 */
public record HostFacts(
        HostId host,
        Optional<Kind> device,
        List<Component> components,
        List<RedundancyGroup> groups) {

    public HostFacts {
        components = List.copyOf(components);
        groups = List.copyOf(groups);
    }
}
