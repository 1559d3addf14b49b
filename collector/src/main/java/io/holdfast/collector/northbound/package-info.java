/**
 * Tells management systems of changes of redundancy by notifications of HOLDFAST-MIB, through an
 * outbox of its own. SNMP4J's types stay in {@code SnmpOffice}.
 */
@NullMarked
package io.holdfast.collector.northbound;

import org.jspecify.annotations.NullMarked;
