/** Trials of services and third parties: TCP, HTTP, ICMP and monitoring plugins. */
@NullMarked
package io.holdfast.agent.devices.check;

import org.jspecify.annotations.NullMarked;
