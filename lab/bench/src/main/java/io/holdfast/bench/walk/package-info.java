/** Walks of SNMP agents on orders of the bench {@code walk}. */
@NullMarked
package io.holdfast.bench.walk;

import org.jspecify.annotations.NullMarked;
