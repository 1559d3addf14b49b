@NullMarked
package io.holdfast.agent.devices.snmp.walk;

import org.jspecify.annotations.NullMarked;
