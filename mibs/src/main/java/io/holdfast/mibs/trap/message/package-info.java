/** SNMP messages that carry notifications, from bytes; total, with limits. */
@NullMarked
package io.holdfast.mibs.trap.message;

import org.jspecify.annotations.NullMarked;
