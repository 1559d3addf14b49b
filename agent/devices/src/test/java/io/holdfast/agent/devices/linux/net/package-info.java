@NullMarked
package io.holdfast.agent.devices.linux.net;

import org.jspecify.annotations.NullMarked;
