/**
 * RMCP+ over UDP: packets, keys, the opening of a session and its window (IPMI 2.0, chapter 13).
 */
@NullMarked
package io.holdfast.agent.devices.ipmi.rmcp;

import org.jspecify.annotations.NullMarked;
