package io.holdfast.config.collector;

import io.holdfast.config.value.HostPort;
import java.nio.file.Path;

/**
 * Where a collector can be reached.
 *
 * @param agents the address for agents
 * @param api the address for the HTTP API
 * @param socket the Unix socket for the CLI on the same machine
 */
public record ListenSettings(HostPort agents, HostPort api, Path socket) {

    /** What holds where the configuration says nothing. */
    public static final ListenSettings NORMAL =
            new ListenSettings(
                    new HostPort("0.0.0.0", 7443),
                    new HostPort("127.0.0.1", 7444),
                    Path.of("/run/holdfast/collector.sock"));
}
