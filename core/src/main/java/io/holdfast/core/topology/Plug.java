package io.holdfast.core.topology;

import io.holdfast.core.component.HostId;

/**
 * One end of a cord or cable: a part of a host, as people call it.
 *
 * @param host whose part
 * @param part such as {@code PS1} or {@code eth0}
 */
public record Plug(HostId host, String part) {

    @Override
    public String toString() {
        return part + " of " + host.host();
    }
}
