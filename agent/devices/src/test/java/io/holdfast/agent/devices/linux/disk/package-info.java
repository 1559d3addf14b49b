@NullMarked
package io.holdfast.agent.devices.linux.disk;

import org.jspecify.annotations.NullMarked;
