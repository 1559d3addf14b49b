@NullMarked
package io.holdfast.agent.devices.snmp.access;

import org.jspecify.annotations.NullMarked;
