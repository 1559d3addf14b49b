@NullMarked
package io.holdfast.agent.devices.snmp.actuate;

import org.jspecify.annotations.NullMarked;
