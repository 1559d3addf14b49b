package io.holdfast.wire.api;

import java.util.List;

/**
 * Takes hosts, or single parts of them, as they are now for what ought to be.
 *
 * @param hosts {@code site/rack/host} of each
 * @param components {@code site/rack/host/kind:name} of each
 * @param all instead of naming hosts: every host that is not as accepted
 */
public record AcceptRequest(List<String> hosts, List<String> components, boolean all) {

    public AcceptRequest {
        hosts = List.copyOf(hosts);
        components = List.copyOf(components);
    }
}
