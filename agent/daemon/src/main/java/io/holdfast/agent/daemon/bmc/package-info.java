/** The management controller of the agent's own machine: found by the kernel, asked through it. */
@NullMarked
package io.holdfast.agent.daemon.bmc;

import org.jspecify.annotations.NullMarked;
