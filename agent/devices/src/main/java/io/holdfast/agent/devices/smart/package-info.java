/** What disks say of themselves: smartctl's answers and the verdicts drawn from them. */
@NullMarked
package io.holdfast.agent.devices.smart;

import org.jspecify.annotations.NullMarked;
