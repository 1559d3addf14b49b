/** The stream to the collector: greeting, replay, digests, heartbeats, coming back. */
@NullMarked
package io.holdfast.agent.daemon.uplink;

import org.jspecify.annotations.NullMarked;
