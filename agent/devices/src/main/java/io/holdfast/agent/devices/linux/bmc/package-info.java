/** Whether this machine has a management controller, and how it could be reached. */
@NullMarked
package io.holdfast.agent.devices.linux.bmc;

import org.jspecify.annotations.NullMarked;
