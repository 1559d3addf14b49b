@NullMarked
package io.holdfast.agent.devices.host;

import org.jspecify.annotations.NullMarked;
