package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one host stands.
 *
 * @param id {@code site/rack/host}
 * @param status the host's status
 * @param agent how its agent is heard; empty where no agent is involved
 * @param device how it answers, for a device that agents poll; empty for anything else
 * @param pinnedAt when its inventory was accepted last; empty where it never was
 * @param components everything that is there or ought to be
 * @param groups which of them cover one another
 * @param spofs the components whose loss alone stops something, lost redundancy first; those last
 *     known where the host is not heard
 * @param silent what could not be seen
 * @param differences in what the host is not as accepted
 */
public record HostReport(
        String id,
        Status status,
        Optional<AgentReport> agent,
        Optional<DeviceAnswer> device,
        Optional<Instant> pinnedAt,
        List<ComponentReport> components,
        List<GroupReport> groups,
        List<SpofReport> spofs,
        List<SilentReport> silent,
        List<DifferenceReport> differences) {

    public HostReport {
        components = List.copyOf(components);
        groups = List.copyOf(groups);
        spofs = List.copyOf(spofs);
        silent = List.copyOf(silent);
        differences = List.copyOf(differences);
    }
}
