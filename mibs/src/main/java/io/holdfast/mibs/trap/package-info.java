/** SNMP notifications: what they are, and what the catalogue knows of them; no SNMP library. */
@NullMarked
package io.holdfast.mibs.trap;

import org.jspecify.annotations.NullMarked;
