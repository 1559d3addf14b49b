/** What Holdfast itself is to an SNMP manager. */
@NullMarked
package io.holdfast.mibs.northbound;

import org.jspecify.annotations.NullMarked;
