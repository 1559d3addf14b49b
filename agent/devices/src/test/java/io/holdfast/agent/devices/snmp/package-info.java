@NullMarked
package io.holdfast.agent.devices.snmp;

import org.jspecify.annotations.NullMarked;
