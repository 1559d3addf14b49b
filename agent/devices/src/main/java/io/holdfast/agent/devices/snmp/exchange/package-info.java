/**
 * One question and one reply at a time with each of many devices over one socket. SNMP4J's types
 * stay in here.
 */
@NullMarked
package io.holdfast.agent.devices.snmp.exchange;

import org.jspecify.annotations.NullMarked;
