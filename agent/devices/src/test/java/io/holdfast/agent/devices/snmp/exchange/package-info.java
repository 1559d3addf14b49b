@NullMarked
package io.holdfast.agent.devices.snmp.exchange;

import org.jspecify.annotations.NullMarked;
