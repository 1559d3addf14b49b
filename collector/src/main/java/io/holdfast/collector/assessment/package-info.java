/** How a host stands by all that it says, and what of it is news. Pure. */
@NullMarked
package io.holdfast.collector.assessment;

import org.jspecify.annotations.NullMarked;
