/** RMCP+ against known answers and against a second implementation of the BMC's side. */
@NullMarked
package io.holdfast.agent.devices.ipmi.rmcp;

import org.jspecify.annotations.NullMarked;
