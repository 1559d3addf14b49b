/**
 * Object identifiers and the values behind them, as RFC 2578 has them, without any SNMP library.
 */
@NullMarked
package io.holdfast.mibs.object;

import org.jspecify.annotations.NullMarked;
