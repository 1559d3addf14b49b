/** Where an SNMP agent is, and who we are to it. */
@NullMarked
package io.holdfast.agent.devices.snmp.access;

import org.jspecify.annotations.NullMarked;
