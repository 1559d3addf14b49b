@NullMarked
package io.holdfast.agent.devices.linux.pci;

import org.jspecify.annotations.NullMarked;
