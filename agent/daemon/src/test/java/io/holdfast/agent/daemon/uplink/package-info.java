@NullMarked
package io.holdfast.agent.daemon.uplink;

import org.jspecify.annotations.NullMarked;
