@NullMarked
package io.holdfast.agent.devices.linux.netlink;

import org.jspecify.annotations.NullMarked;
